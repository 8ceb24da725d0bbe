namespace CrossbarSim.Experiments.Metrics;

/// <summary>Sparse categorical cross-entropy of probabilities: -ln p of the sample's class, nats.</summary>
/// <remarks>Training takes it from the logits (<c>Evaluation.Loss</c>), where nothing needs clipping.</remarks>
public static class CategoricalCrossEntropy
{
    /// <summary>The clip of Keras, where it has no logits.</summary>
    public const double KerasClip = 1e-7;

    /// <summary>The clip of the original program's second network.</summary>
    public const double OriginalClip = 1e-9;

    /// <summary>Of one sample.</summary>
    /// <param name="probabilities">Of each class.</param>
    /// <param name="label">Its class; outside the classes the one-hot target is all zeros, and the loss 0.</param>
    /// <param name="clip">Probabilities below count as this; 0: the loss may be infinite.</param>
    public static double Of(ReadOnlySpan<double> probabilities, int label, double clip = 0) =>
        label < 0 || label >= probabilities.Length ? 0 : Math.Max(0, -Math.Log(Math.Max(probabilities[label], clip)));
}
