using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Programming;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// Trains mini-batch by mini-batch, and between some of them refreshes the pairs of every layer: on the host, so that every
/// backend gives the same.
/// </summary>
/// <param name="replicas">The experiment of each replica; rules of one kind.</param>
/// <param name="every">Mini-batches from one refresh to the next, counted over the whole run.</param>
public sealed class RefreshedRule(IReadOnlyList<ExperimentOptions> replicas, int every) : IUpdateRule
{
    // By replica and layer; drawn when the first refresh is due.
    private PairRefresh[][]? _refreshes;

    /// <inheritdoc/>
    public void RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch, int epoch)
    {
        BatchRule[] rules = [.. replicas.Select(replica => replica.Rule.At(epoch, replica.Training.Epochs))];
        var samples = (epoch - 1L) * order.Length;
        var done = (epoch - 1L) * Batches(order.Length, batch);
        for (var start = 0; start < order.Length;)
        {
            var untilDue = (every - done % every) * batch;
            var part = order[start..(int)Math.Min(start + untilDue, order.Length)];
            engine.TrainAll(part, batch, rules, samples + start);
            start += part.Length;
            done += Batches(part.Length, batch);
            if (done % every == 0) Refresh(engine);
        }
    }

    private static int Batches(int samples, int batch) => (samples + batch - 1) / batch;

    private void Refresh(IEngine engine)
    {
        _refreshes ??= [.. engine.Plan.Replicas.Select(replica => Refreshes(engine.Plan, replica))];
        for (var replica = 0; replica < _refreshes.Length; replica++)
            engine.WriteState(
                replica, [.. _refreshes[replica].Zip(engine.ReadState(replica), (layer, state) => layer.Apply(state))]);
    }

    private static PairRefresh[] Refreshes(EnginePlan plan, ReplicaPlan replica) =>
        [.. plan.Network.Layers.Select((shape, layer) =>
            new PairRefresh(replica.Mappings[layer], shape.Weights, replica.Seed, layer))];
}
