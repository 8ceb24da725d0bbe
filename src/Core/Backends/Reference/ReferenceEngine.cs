namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// The engine of the reference backend: slow, obvious, double precision, one thread, one replica after another.
/// </summary>
/// <param name="plan">Networks, devices and data.</param>
public sealed class ReferenceEngine(EnginePlan plan) : IEngine
{
    /// <inheritdoc/>
    public EnginePlan Plan => plan;

    /// <summary>The replicas, open for inspection.</summary>
    public IReadOnlyList<ReferenceReplica> Replicas { get; } =
        [.. plan.Replicas.Select(replica => new ReferenceReplica(plan, replica))];

    /// <inheritdoc/>
    public void WriteState(int replica, IReadOnlyList<LayerState> layers) => Replicas[replica].WriteState(layers);

    /// <inheritdoc/>
    public IReadOnlyList<LayerState> ReadState(int replica) => Replicas[replica].ReadState();

    /// <inheritdoc/>
    public void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample)
    {
        for (var replica = 0; replica < Replicas.Count; replica++)
            Replicas[replica].Train(order, batch, rules[replica], firstSample);
    }

    /// <inheritdoc/>
    public void FireSignsAll(SignPulseQuirks quirks)
    {
        foreach (var replica in Replicas) replica.FireSigns(quirks);
    }

    /// <inheritdoc/>
    public PulseTotals[] TotalsAll() => [.. Replicas.Select(replica => replica.Totals())];

    /// <inheritdoc/>
    public Evaluation[] EvaluateAll(SampleChoice samples) => [.. Replicas.Select(replica => replica.Evaluate(samples))];

    /// <inheritdoc/>
    public float[] Probabilities(int replica, SampleChoice samples) => Replicas[replica].Probabilities(samples);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
