using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Softmax and cross-entropy of one sample, in class order. Shapes: logits, delta [classes].
/// Reference twin: ReferenceNetwork.Differentiate and Score.
/// </summary>
internal static class Softmax
{
    /// <summary>delta[c] = (p[c] - (c is the label)) x scale, where scale = 1/batch.</summary>
    public static void Delta(ReadOnlySpan<float> logits, int label, float scale, Span<float> delta)
    {
        var sum = Exponentials(logits, logits[FirstLargest(logits)], delta);
        for (var c = 0; c < logits.Length; c++) delta[c] = (delta[c] / sum - (c == label ? 1f : 0f)) * scale;
    }

    /// <summary>Loss (double: the logarithm is not part of the float contract) and whether it is a hit.</summary>
    public static (double Loss, bool Hit) Score(ReadOnlySpan<float> logits, int label, Span<float> scratch)
    {
        var best = FirstLargest(logits);
        var sum = Exponentials(logits, logits[best], scratch);
        var shifted = logits[label] - logits[best];
        return (Math.Log(sum) - shifted, best == label);
    }

    /// <summary>p[c] = exp(z[c] - largest z) / their sum.</summary>
    public static void Probabilities(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        var sum = Exponentials(logits, logits[FirstLargest(logits)], probabilities);
        foreach (ref var p in probabilities) p /= sum;
    }

    private static float Exponentials(ReadOnlySpan<float> logits, float largest, Span<float> result)
    {
        var sum = 0f;
        for (var c = 0; c < logits.Length; c++) sum += result[c] = Fused.Exp(logits[c] - largest);
        return sum;
    }

    private static int FirstLargest(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var c = 1; c < logits.Length; c++)
            if (logits[c] > logits[best]) best = c;
        return best;
    }
}
