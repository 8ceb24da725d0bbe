using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Derivative of the mean loss by the logits: (softmax - one-hot) / batch. Reference twins:
/// ReferenceNetwork.Differentiate, on the CPU Softmax. Bound by its exponentials, some fifteen instructions each.
/// </summary>
internal static class SoftmaxKernel
{
    /// <summary>
    /// One thread per sample of a replica, which writes its row of deltas; sums are in class order.
    /// </summary>
    public static void Run(
        Index1D item,
        LayerSize size,
        float share,
        ArrayView<float> logits,
        ArrayView<byte> labels,
        ArrayView<int> order,
        ArrayView<float> deltas)
    {
        // share: 1 / batch; logits [replicas x batch x stride]; labels [samples]; order [batch], sample numbers;
        // deltas (out) [replicas x batch x stride].
        var row = item * size.Stride;
        var sum = Logits.Exponentials(logits, row, size.Outputs, deltas);
        var label = (int)labels[order[item % size.Batch]];
        for (var c = 0; c < size.Outputs; c++)
            deltas[row + c] = (deltas[row + c] / sum - (c == label ? 1f : 0f)) * share;
    }
}
