using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Class probabilities: the softmax of the logits. Reference twins: ReferenceNetwork.Classify, on the CPU Softmax.
/// </summary>
internal static class ProbabilityKernel
{
    /// <summary>One thread per sample, which writes its row; the sum is in class order.</summary>
    public static void Run(Index1D sample, LayerSize size, ArrayView<float> logits, ArrayView<float> probabilities)
    {
        // size: of the last layer; logits [batch x stride]; probabilities (out) [batch x stride], 0 .. 1.
        var row = sample * size.Stride;
        var sum = Logits.Exponentials(logits, row, size.Outputs, probabilities);
        for (var c = 0; c < size.Outputs; c++) probabilities[row + c] = probabilities[row + c] / sum;
    }
}
