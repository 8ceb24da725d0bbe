using CrossbarSim.Core.Backends;

namespace CrossbarSim.Simulator.Bench.Trials;

/// <summary>Forward passes over all samples, with the loss that is read from them.</summary>
/// <param name="backend">Where.</param>
/// <param name="samples">The samples.</param>
/// <param name="point">Replicas and threads.</param>
internal sealed class ForwardTrial(IBackend backend, SampleSet samples, BenchPoint point) : ITrial
{
    private readonly IEngine _engine =
        BenchNetwork.Create(backend, BenchedRule.All[0].Mappings(), samples, point with { Batch = 1 });

    /// <inheritdoc/>
    public Work Work { get; } = EpochWork.OfForward(BenchNetwork.Shape, samples) * point.Replicas;

    /// <inheritdoc/>
    public void WarmUp() => Run();

    /// <inheritdoc/>
    public void Prepare()
    {
    }

    /// <inheritdoc/>
    public void Run() => _engine.EvaluateAll(SampleChoice.Training);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}
