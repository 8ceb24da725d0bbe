using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>One layer backward: delta of its inputs = (delta W transposed) x slope of their activation.</summary>
internal static class BackwardKernel
{
    /// <summary>One thread per input of the batch; the order of the sum is that of the outputs.</summary>
    public static void Run<TActivation>(
        Index1D cell,
        LayerSize size,
        ArrayView<float> deltas,
        ArrayView<float> weights,
        ArrayView<float> values,
        ArrayView<float> inputDeltas)
        where TActivation : struct, IActivation
    {
        // deltas [batch x outputs]; weights [rows x outputs]; values [batch x inputs], the layer's inputs;
        // inputDeltas (out) [batch x inputs], derivative of the mean loss by the previous layer's sums.
        var b = cell / size.Inputs;
        var delta = b * size.Outputs;
        var weight = (cell - b * size.Inputs) * size.Outputs;
        var d = 0f;
        for (var j = 0; j < size.Outputs; j++) d = Fused.MultiplyAdd(deltas[delta + j], weights[weight + j], d);
        inputDeltas[cell] = d * default(TActivation).Slope(values[cell]);
    }
}
