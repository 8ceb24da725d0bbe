using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Simulator.Bench.Trials;

/// <summary>Epochs of a rule, without evaluation: each repeat is the next epoch of the same training.</summary>
internal sealed class TrainingTrial : ITrial
{
    // Mini-batches of an epoch that the compiler is given to warm up: a fraction.
    private const int WarmUpShare = 8;

    private readonly BenchedRule _rule;
    private readonly BenchPoint _point;
    private readonly int _samples;
    private readonly IEngine _engine;
    private readonly BatchRule[] _rules;
    private int _epoch;
    private int[] _order;

    /// <param name="backend">Where.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="samples">What is trained on.</param>
    /// <param name="point">Batch, replicas and threads.</param>
    public TrainingTrial(IBackend backend, BenchedRule rule, SampleSet samples, BenchPoint point)
    {
        (_rule, _point, _samples) = (rule, point, samples.Count);
        _order = NextOrder();
        Work = EpochWork.OfTraining(BenchNetwork.Shape, samples, _order, point.Batch, rule) * point.Replicas;
        _engine = BenchNetwork.Create(backend, rule.Mappings(), samples, point);
        _rules = [.. Enumerable.Repeat(rule.OfBatch(point.Batch), point.Replicas)];
    }

    /// <inheritdoc/>
    public Work Work { get; }

    /// <inheritdoc/>
    public void WarmUp() => Train(_order.AsSpan(0, Math.Max(Math.Min(_samples, _point.Batch), _samples / WarmUpShare)));

    /// <inheritdoc/>
    public void Prepare() => _order = NextOrder();

    /// <inheritdoc/>
    public void Run() => Train(_order);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private void Train(ReadOnlySpan<int> order)
    {
        _engine.TrainAll(order, _point.Batch, _rules, (long)(_epoch - 1) * _samples);
        if (!_rule.FiresSigns) return;
        _engine.FireSignsAll(default);

        // An accelerator may still be at it; the totals wait for it.
        _ = _engine.TotalsAll();
    }

    private int[] NextOrder() => SampleOrder.ForEpoch(_samples, 0, ++_epoch, shuffle: true);
}
