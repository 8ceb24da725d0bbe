using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>How long a point takes, from a part of its first epoch.</summary>
/// <param name="backend">Where to compute.</param>
/// <param name="runner">Puts points together.</param>
internal sealed class Calibration(IBackend backend, PointRunner runner)
{
    // Of an accelerator more than one point is needed to keep it busy.
    private const int OnAccelerator = 16;
    private const int WarmUp = 320;
    private const int Measured = 3200;

    /// <summary>Points that are tried together.</summary>
    public int Together => backend.Name is "cuda" or "opencl" ? OnAccelerator : 1;

    /// <summary>Measures.</summary>
    /// <param name="points">Points that can train together, up to <see cref="Together"/>.</param>
    /// <returns>Seconds of one of them, on one thread; null: they are impossible.</returns>
    public double? Seconds(IReadOnlyList<SweepPoint> points)
    {
        try
        {
            var setup = runner.Setup(points, threads: 1);
            using var engine = setup.Start(backend);
            return Seconds(engine, setup.Experiments) / points.Count;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            // The sweep itself makes a row of it.
            return null;
        }
    }

    private static double Seconds(IEngine engine, IReadOnlyList<ExperimentOptions> points)
    {
        var (plan, training) = (engine.Plan, points[0].Training);
        Train(engine, points, WarmUp);
        var samples = Math.Min(Measured, plan.Training.Count);
        var trained = Time(() => Train(engine, points, samples)) / samples * plan.Training.Count * training.Epochs;
        var set = plan.Test.Count > 0 ? SampleChoice.Test : SampleChoice.Training;
        engine.EvaluateAll(set);
        var all = plan.Training.Count + plan.Test.Count + plan.Validation.Count;
        var evaluated = Time(() => engine.EvaluateAll(set)) / plan.Samples(set).Count * all;
        return trained + evaluated * training.Evaluate switch
        {
            EvaluationTime.EveryEpoch => training.Epochs + 1,
            EvaluationTime.Last => 1,
            _ => 0,
        };
    }

    private static void Train(IEngine engine, IReadOnlyList<ExperimentOptions> points, int samples)
    {
        var order = Enumerable.Range(0, Math.Min(samples, engine.Plan.Training.Count)).ToArray();
        engine.TrainAll(order, engine.Plan.Batch, [.. points.Select(point => point.Rule.At(1, point.Training.Epochs))],
            firstSample: 0);
        engine.TotalsAll();
    }

    private static double Time(Action work)
    {
        var began = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }
}
