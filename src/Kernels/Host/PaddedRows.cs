using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Host;

/// <summary>Layout of a layer's weights on the CPU: rows padded with zeros to whole vectors.</summary>
/// <param name="shape">Rows and outputs.</param>
internal sealed class PaddedRows(LayerShape shape)
{
    /// <summary>Floats from one row to the next.</summary>
    public int Stride { get; } = Lanes.Padded(shape.Outputs);

    /// <summary>Zeros, [rows x stride].</summary>
    public AlignedFloats Zeros() => new(shape.Rows * Stride);

    /// <summary>Lays numbers [rows x outputs] out, rounded to float.</summary>
    public AlignedFloats From(double[] numbers)
    {
        var padded = Zeros();
        for (var k = 0; k < numbers.Length; k++) padded.At(Place(k)) = (float)numbers[k];
        return padded;
    }

    /// <summary>The numbers [rows x outputs] without the padding.</summary>
    public double[] ToDoubles(AlignedFloats padded)
    {
        var numbers = new double[shape.Weights];
        for (var k = 0; k < numbers.Length; k++) numbers[k] = padded.At(Place(k));
        return numbers;
    }

    private int Place(int cell) => cell / shape.Outputs * Stride + cell % shape.Outputs;
}
