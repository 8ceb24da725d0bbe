using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Scores samples by their logits.</summary>
internal static class ScoreKernel
{
    /// <summary>One thread per sample; the sum is in class order.</summary>
    public static void Run(
        Index1D sample,
        int classes,
        ArrayView<float> logits,
        ArrayView<byte> labels,
        ArrayView<int> order,
        ArrayView<SampleScore> scores)
    {
        // logits [batch x classes]; labels [samples]; order [batch], sample numbers; scores (out) [batch].
        var row = sample * classes;
        var best = Logits.FirstLargest(logits, row, classes);
        var largest = logits[row + best];
        var label = (int)labels[order[sample]];
        var sum = 0f;
        for (var c = 0; c < classes; c++) sum += Fused.Exp(logits[row + c] - largest);
        scores[sample] = new SampleScore(sum, logits[row + label] - largest, best == label ? 1 : 0);
    }
}
