using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Class probabilities: the softmax of the logits. Reference twins: ReferenceNetwork.Classify, on the CPU Softmax.</summary>
internal static class ProbabilityKernel
{
    /// <summary>One thread per sample, which writes its row; the sum is in class order.</summary>
    public static void Run(Index1D sample, int classes, ArrayView<float> logits, ArrayView<float> probabilities)
    {
        // logits [batch x classes]; probabilities (out) [batch x classes], 0 .. 1.
        var row = sample * classes;
        var sum = Logits.Exponentials(logits, row, classes, probabilities);
        for (var c = 0; c < classes; c++) probabilities[row + c] = probabilities[row + c] / sum;
    }
}
