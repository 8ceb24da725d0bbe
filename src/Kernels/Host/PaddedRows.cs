using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Host;

/// <summary>Layout of a layer's numbers on the CPU: rows padded with zeros to whole vectors.</summary>
/// <param name="shape">Rows and outputs.</param>
internal sealed class PaddedRows(LayerShape shape)
{
    /// <summary>Cells of the layer.</summary>
    public int Cells => shape.Weights;

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; } = Lanes.Padded(shape.Outputs);

    /// <summary>Zeros, [rows x stride].</summary>
    public Aligned<T> Zeros<T>()
        where T : unmanaged => new(shape.Rows * Stride);

    /// <summary>Lays numbers [rows x outputs] out.</summary>
    public Aligned<TTo> From<TFrom, TTo>(IReadOnlyList<TFrom> numbers, Func<TFrom, TTo> convert)
        where TTo : unmanaged
    {
        var padded = Zeros<TTo>();
        for (var k = 0; k < numbers.Count; k++) padded.At(Place(k)) = convert(numbers[k]);
        return padded;
    }

    /// <summary>The numbers [rows x outputs] without the padding.</summary>
    public TTo[] To<TFrom, TTo>(Aligned<TFrom> padded, Func<TFrom, TTo> convert)
        where TFrom : unmanaged
    {
        var numbers = new TTo[Cells];
        for (var k = 0; k < numbers.Length; k++) numbers[k] = convert(padded.At(Place(k)));
        return numbers;
    }

    /// <summary>Where a cell lies.</summary>
    public int Place(int cell) => cell / shape.Outputs * Stride + cell % shape.Outputs;

    /// <summary>The cell that lies at a place; not of the padding.</summary>
    public int Cell(int place) =>
        Stride == shape.Outputs ? place : place / Stride * shape.Outputs + place % Stride;
}
