using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Training;

/// <summary>The training loop: the same on every backend and for every rule.</summary>
/// <param name="engine">The network, with its devices in their first state or in that of a checkpoint.</param>
/// <param name="rule">Which pulses to fire.</param>
/// <param name="options">The experiment.</param>
/// <param name="samples">Training samples of the engine.</param>
public sealed class Trainer(IEngine engine, IUpdateRule rule, ExperimentOptions options, int samples)
{
    /// <summary>Trains the epochs that are left, one row each.</summary>
    /// <param name="finished">
    /// The last finished epoch; below 0 none, so that the state before training is measured first.
    /// </param>
    /// <returns>Rows as they come; nothing is computed before it is asked for.</returns>
    public IEnumerable<EpochRow> Run(int finished)
    {
        if (finished < 0) yield return Measure(0, default);
        for (var epoch = Math.Max(finished, 0) + 1; epoch <= options.Training.Epochs; epoch++)
        {
            var order = SampleOrder.ForEpoch(samples, options.Dataset.OrderSeed, epoch, options.Dataset.Shuffle);
            yield return Measure(epoch, rule.RunEpoch(engine, order, options.Training.Batch));
        }
    }

    private Evaluation? Validate() =>
        options.Dataset.Validation > 0 ? engine.Evaluate(SampleChoice.Validation) : null;

    private EpochRow Measure(int epoch, PulseTotals pulses)
    {
        var due = options.Training.Evaluate switch
        {
            EvaluationTime.EveryEpoch => true,
            EvaluationTime.Last => epoch == options.Training.Epochs,
            _ => false,
        };
        return due
            ? new EpochRow(
                epoch, engine.Evaluate(SampleChoice.Training), engine.Evaluate(SampleChoice.Test), pulses, Validate())
            : new EpochRow(epoch, null, null, pulses);
    }
}
