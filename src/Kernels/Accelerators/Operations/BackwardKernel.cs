using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// One layer backward: delta of its inputs = (delta W transposed) x slope of their activation. Reference twin:
/// ReferenceLayer.InputDeltas. One multiply-add per 8 bytes, which lie in the cache: a layer with a backward pass
/// is small.
/// </summary>
internal static class BackwardKernel
{
    /// <summary>One thread per input of a sample of a replica; the order of the sum is that of the outputs.</summary>
    public static void Run<TActivation>(
        Index1D item,
        LayerSize size,
        ArrayView<float> deltas,
        ArrayView<float> weights,
        ArrayView<float> values,
        ArrayView<float> inputDeltas)
        where TActivation : struct, IActivation
    {
        // deltas [replicas x batch x stride]; weights [replicas x rows x stride]; values [replicas x batch x input
        // stride], the layer's inputs; inputDeltas (out) [replicas x batch x input stride], derivative of the mean
        // loss by the sums of the layer before.
        var line = item / size.Inputs;
        var input = item - line * size.Inputs;
        var delta = line * size.Stride;
        var weight = line / size.Batch * size.Slots + input * size.Stride;
        var d = 0f;
        for (var j = 0; j < size.Outputs; j++) d = Fused.MultiplyAdd(deltas[delta + j], weights[weight + j], d);
        var at = line * size.InputStride + input;
        inputDeltas[at] = d * default(TActivation).Slope(values[at]);
    }
}
