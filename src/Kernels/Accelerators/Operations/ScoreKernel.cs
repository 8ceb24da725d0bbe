using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Scores samples by their logits. Reference twins: ReferenceNetwork.Score, on the CPU Softmax.</summary>
internal static class ScoreKernel
{
    /// <summary>One thread per sample of a replica; the sum is in class order.</summary>
    public static void Run(
        Index1D item,
        LayerSize size,
        ArrayView<float> logits,
        ArrayView<byte> labels,
        ArrayView<int> order,
        ArrayView<SampleScore> scores)
    {
        // logits [replicas x batch x stride]; labels [samples]; order [batch], sample numbers;
        // scores (out) [replicas x batch].
        var row = item * size.Stride;
        var best = Logits.FirstLargest(logits, row, size.Outputs);
        var largest = logits[row + best];
        var label = (int)labels[order[item % size.Batch]];
        var sum = 0f;
        for (var c = 0; c < size.Outputs; c++) sum += Fused.Exp(logits[row + c] - largest);
        scores[item] = new SampleScore(sum, logits[row + label] - largest, best == label ? 1 : 0);
    }
}
