using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>
/// Computes points that can train together, as replicas of one engine. What a point comes to does not depend on the others.
/// </summary>
/// <param name="backend">Where to compute.</param>
/// <param name="data">The data sets.</param>
internal sealed class PointRunner(IBackend backend, SweepData data)
{
    /// <summary>Computes a batch; a point that cannot be computed is a record that says why.</summary>
    /// <param name="points">Points with experiments that share what replicas share.</param>
    /// <param name="threads">Threads to use.</param>
    public IReadOnlyList<PointRecord> Run(IReadOnlyList<SweepPoint> points, int threads)
    {
        try
        {
            return Train(points, threads);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            // One of them, or the memory that all of them need: halves tell the sound ones apart.
            if (points.Count == 1) return [Failure(points[0], cause)];
            var half = points.Count / 2;
            return [.. Run([.. points.Take(half)], threads), .. Run([.. points.Skip(half)], threads)];
        }
    }

    /// <summary>The record of a point without an experiment.</summary>
    /// <param name="point">The point.</param>
    public static PointRecord Impossible(SweepPoint point) => Record(point, PointStatus.Impossible, point.Error!);

    /// <summary>Puts points together as replicas.</summary>
    /// <param name="points">Points with experiments that share what replicas share.</param>
    /// <param name="threads">Threads to use.</param>
    public ReplicaSetup Setup(IReadOnlyList<SweepPoint> points, int threads) =>
        new(RunSetup.All([.. points.Select(point => point.Options!)], data.Of(points[0].Options!), threads));

    private List<PointRecord> Train(IReadOnlyList<SweepPoint> points, int threads)
    {
        var began = TimeProvider.System.GetTimestamp();
        var setup = Setup(points, threads);
        using var engine = backend.CreateEngine(setup.Plan);
        var first = setup.Runs.Select((run, replica) => Start(engine, run, replica)).ToList();
        List<EpochRow>[] rows = [.. points.Select(_ => new List<EpochRow>())];
        foreach (var epoch in new Trainer(engine, setup.Experiments).Run(finished: -1))
            foreach (var (replica, row) in epoch.Index()) rows[replica].Add(row);
        var outcomes = points.Select((_, replica) =>
            Outcome(engine, setup.Runs[replica], replica, rows[replica], first[replica])).ToList();
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds / points.Count;
        var timing = new PointTiming(seconds, points.Count, backend.Name);
        return [.. points.Select((point, replica) =>
            PointRecord.Of(point.Index, point.Identity, outcomes[replica], timing, rows[replica]))];
    }

    // The first state is kept only where the energy needs it: it is megabytes.
    private static IReadOnlyList<LayerState>? Start(IEngine engine, RunSetup run, int replica)
    {
        var first = run.FirstState();
        engine.WriteState(replica, first);
        return run.Arrays.All(array => array.Device.Voltage is not null) ? first : null;
    }

    private PointOutcome Outcome(
        IEngine engine, RunSetup run, int replica, List<EpochRow> rows, IReadOnlyList<LayerState>? first)
    {
        var layers = engine.ReadState(replica);
        var summary = RunSummary.Of(rows, layers, Facts(run));
        var energy = first is null ? null
            : run.Arrays.Select((array, layer) => WriteEnergy.Joules(array, first[layer], layers[layer], given: null)).Sum();
        var lost = rows.FirstOrDefault(row => row.TrainLoss is { } loss && !double.IsFinite(loss));
        return lost is null
            ? new PointOutcome(PointStatus.Ok, "", summary, energy)
            : new PointOutcome(PointStatus.Diverged,
                string.Create(CultureInfo.InvariantCulture, $"the loss is not a number after epoch {lost.Epoch}"), summary,
                    energy);
    }

    private RunFacts Facts(RunSetup run) => new()
    {
        Seed = run.Options.Seed,
        Seconds = 0,
        Backend = backend.Name,
        Accelerator = backend.Accelerator,
        Host = Environment.MachineName,
        Threads = run.Plan.Threads,
    };

    private static PointRecord Failure(SweepPoint point, Exception cause) => cause switch
    {
        ConfigurationException wrong => Record(point, PointStatus.Impossible, PointIdentity.Error(wrong.Problems)),
        DataFileException wrong => Record(point, PointStatus.Impossible, $"{wrong.Code}: {Line(wrong.Message)}"),
        _ => Record(point, PointStatus.Failed, Line(cause.Message)),
    };

    private static PointRecord Record(SweepPoint point, PointStatus status, string error) => PointRecord.Of(
        point.Index, point.Identity, new PointOutcome(status, error, null, null), new PointTiming(0, 0, ""), []);

    private static string Line(string message) => Printable.Short(message.ReplaceLineEndings(" "), longest: 400);
}
