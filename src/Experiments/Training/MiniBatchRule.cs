using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>Trains mini-batch by mini-batch: float weights, or devices with pulses.</summary>
/// <param name="replicas">The experiment of each replica; rules of one kind.</param>
public sealed class MiniBatchRule(IReadOnlyList<ExperimentOptions> replicas) : IUpdateRule
{
    /// <inheritdoc/>
    public void RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch, int epoch)
    {
        BatchRule[] rules = [.. replicas.Select(replica => replica.Rule.At(epoch, replica.Training.Epochs))];
        engine.TrainAll(order, batch, rules, firstSample: (epoch - 1L) * order.Length);
    }
}
