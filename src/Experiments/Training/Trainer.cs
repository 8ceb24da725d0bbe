using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// The training loop: the same on every backend, for every rule and for any number of replicas, whose results do not
/// depend on each other.
/// </summary>
/// <param name="engine">The networks, with their devices in their first state or in that of a checkpoint.</param>
/// <param name="replicas">The experiment of each; they agree in what <see cref="ReplicaSetup"/> asks for.</param>
public sealed class Trainer(IEngine engine, IReadOnlyList<ExperimentOptions> replicas)
{
    private readonly IUpdateRule _rule = UpdateRules.Create(replicas);
    private readonly DatasetOptions _data = replicas[0].Dataset;
    private readonly TrainingOptions _training = replicas[0].Training;

    /// <summary>Trains the epochs that are left.</summary>
    /// <param name="finished">
    /// The last finished epoch; below 0 none, so that the state before training is measured first.
    /// </param>
    /// <returns>After each epoch one row per replica; nothing is computed before it is asked for.</returns>
    public IEnumerable<IReadOnlyList<EpochRow>> Run(int finished)
    {
        if (finished < 0) yield return Measure(0, new PulseTotals[replicas.Count]);
        for (var epoch = Math.Max(finished, 0) + 1; epoch <= _training.Epochs; epoch++)
            yield return Measure(epoch, Train(epoch));
    }

    private PulseTotals[] Train(int epoch)
    {
        var before = engine.TotalsAll();
        var order = SampleOrder.ForEpoch(engine.Plan.Training.Count, _data.OrderSeed, epoch, _data.Shuffle);
        _rule.RunEpoch(engine, order, _training.Batch, epoch);
        return [.. engine.TotalsAll().Zip(before, (now, then) => now - then)];
    }

    private bool IsDue(int epoch) => _training.Evaluate switch
    {
        EvaluationTime.EveryEpoch => true,
        EvaluationTime.Last => epoch == _training.Epochs,
        _ => false,
    };

    private EpochRow[] Measure(int epoch, PulseTotals[] pulses)
    {
        if (!IsDue(epoch)) return [.. pulses.Select(fired => new EpochRow(epoch, null, null, fired))];
        var (training, test) = (engine.EvaluateAll(SampleChoice.Training), engine.EvaluateAll(SampleChoice.Test));
        var validation = _data.Validation > 0 ? engine.EvaluateAll(SampleChoice.Validation) : null;
        return [.. pulses.Select((fired, r) => new EpochRow(epoch, training[r], test[r], fired, validation?[r]))];
    }
}
