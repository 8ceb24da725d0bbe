using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Metrics;

/// <summary>A set of samples as a network classifies it.</summary>
/// <param name="Confusion">How many samples of each class were given each class.</param>
/// <param name="BinaryCrossEntropy">Mean over samples and classes with one-hot targets, clipped at 1e-7, nats.</param>
public sealed record Classification(ConfusionMatrix Confusion, double BinaryCrossEntropy)
{
    /// <summary>Classifies the test samples with the present weights.</summary>
    /// <param name="engine">The networks.</param>
    /// <param name="replica">Which of them.</param>
    /// <returns>The figures; null where there are no test samples.</returns>
    public static Classification? OfTest(IEngine engine, int replica = 0)
    {
        var labels = engine.Plan.Test.Labels.Span;
        var classes = engine.Plan.Network.Classes;
        if (labels.Length == 0) return null;
        var probabilities = engine.Probabilities(replica, SampleChoice.Test);
        return new Classification(
            new ConfusionMatrix(labels, Predicted(probabilities, classes), classes),
            Metrics.BinaryCrossEntropy.Mean(probabilities, labels, classes));
    }

    /// <summary>The class of each sample: the first of the most probable.</summary>
    /// <param name="probabilities">Row-major [samples x classes].</param>
    /// <param name="classes">Number of classes.</param>
    public static int[] Predicted(float[] probabilities, int classes) =>
        [.. probabilities.Chunk(classes).Select(row => Array.IndexOf(row, row.Max()))];
}
