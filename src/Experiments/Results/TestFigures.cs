using CrossbarSim.Experiments.Metrics;

namespace CrossbarSim.Experiments.Results;

/// <summary>Further figures on the test samples at the end of a run; the tables hold them class by class.</summary>
/// <param name="ZeroOneLoss">Fraction of the samples classified wrong, 0 .. 1.</param>
/// <param name="BinaryCrossEntropy">
/// Binary cross-entropy with one-hot targets, mean over samples and classes, probabilities clipped at 1e-7, nats.
/// </param>
public sealed record TestFigures(double ZeroOneLoss, double BinaryCrossEntropy)
{
    /// <summary>The figures of a classification.</summary>
    /// <param name="test">The test samples; null: there are none.</param>
    public static TestFigures? Of(Classification? test) =>
        test is null ? null : new TestFigures(test.Confusion.ZeroOneLoss, test.BinaryCrossEntropy);
}
