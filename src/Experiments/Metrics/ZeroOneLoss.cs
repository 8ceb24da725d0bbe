namespace CrossbarSim.Experiments.Metrics;

/// <summary>Zero-one loss: 0 for a sample classified right, 1 for one classified wrong.</summary>
public static class ZeroOneLoss
{
    /// <summary>Of one sample.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="predicted">The class it was given.</param>
    public static double Of(int label, int predicted) => label == predicted ? 0 : 1;

    /// <summary>Mean over samples, 0 .. 1: one minus the accuracy; NaN without samples.</summary>
    /// <param name="labels">Their classes.</param>
    /// <param name="predicted">The classes they were given, as many.</param>
    public static double Mean(IReadOnlyList<int> labels, IReadOnlyList<int> predicted)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Count, labels.Count);
        return labels.Count == 0 ? double.NaN : labels.Zip(predicted, Of).Average();
    }
}
