using CrossbarSim.Core.Backends;

namespace CrossbarSim.Simulator.Tests.Bench;

/// <summary>A backend whose engines are wrapped, so that a test sees or disturbs what they are asked.</summary>
internal sealed class WrappedBackend<TEngine>(IBackend inner, Func<IEngine, TEngine> wrap) : IBackend
    where TEngine : WrappedEngine
{
    /// <summary>The engine made last.</summary>
    public TEngine? Engine { get; private set; }

    public string Name => inner.Name;

    public string Accelerator => inner.Accelerator;

    public IEngine CreateEngine(EnginePlan plan) => Engine = wrap(inner.CreateEngine(plan));

    public void Dispose() => inner.Dispose();
}

/// <summary>An engine that passes everything on.</summary>
internal class WrappedEngine(IEngine inner) : IEngine
{
    public EnginePlan Plan => inner.Plan;

    public void WriteState(int replica, IReadOnlyList<LayerState> layers) => inner.WriteState(replica, layers);

    public virtual IReadOnlyList<LayerState> ReadState(int replica) => inner.ReadState(replica);

    public virtual void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample) =>
        inner.TrainAll(order, batch, rules, firstSample);

    public void FireSignsAll(SignPulseQuirks quirks) => inner.FireSignsAll(quirks);

    public PulseTotals[] TotalsAll() => inner.TotalsAll();

    public Evaluation[] EvaluateAll(SampleChoice samples) => inner.EvaluateAll(samples);

    public float[] Probabilities(int replica, SampleChoice samples) => inner.Probabilities(replica, samples);

    public void Dispose() => inner.Dispose();
}
