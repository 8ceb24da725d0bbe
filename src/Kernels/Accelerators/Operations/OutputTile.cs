using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>What the forward kernels do with their sums.</summary>
internal static class OutputTile
{
    /// <summary>Stores the activations of the outputs that exist.</summary>
    /// <param name="sums">Sums of the tile.</param>
    /// <param name="first">Its first output.</param>
    /// <param name="step">Distance to the next.</param>
    /// <param name="outputs">Outputs of the layer.</param>
    /// <param name="values">Result.</param>
    /// <param name="row">Index of the sample's first value.</param>
    public static void Store<TActivation>(
        EightSums sums, int first, int step, int outputs, ArrayView<float> values, int row)
        where TActivation : struct, IActivation
    {
        for (var k = 0; k < EightSums.Width; k++)
        {
            var output = first + k * step;
            if (output < outputs) values[row + output] = default(TActivation).Value(sums.At(k));
        }
    }
}
