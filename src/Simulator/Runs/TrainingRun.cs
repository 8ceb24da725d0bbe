using System.Diagnostics;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;

namespace CrossbarSim.Simulator.Runs;

/// <summary>One run in one directory: trains, saves after every epoch, draws the pictures at the end.</summary>
/// <param name="setup">Experiment and data.</param>
/// <param name="backend">Where to compute.</param>
/// <param name="paths">The files of the run directory, which this process holds.</param>
/// <param name="start">
/// First state of the devices; null goes on from the checkpoint, or starts anew where a run was stopped
/// before it had one.
/// </param>
internal sealed class TrainingRun(
    RunSetup setup, IBackend backend, RunPaths paths, IReadOnlyList<LayerState>? start = null)
{
    private readonly IUpdateRule _rule = UpdateRules.Create(setup.Options.Rule);

    /// <summary>Trains until the last epoch, or until asked to stop after the one in progress.</summary>
    /// <param name="report">Called after each epoch.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>What the run came to, and where its files are.</returns>
    public RunOutcome Execute(Action<EpochRow> report, CancellationToken stop)
    {
        using var log = RunLog.Open(paths.Log);
        using var engine = backend.CreateEngine(setup.Plan);
        var finished = Restore(engine);
        log.Information("Training on {Backend} ({Accelerator}) from epoch {Epoch}",
            backend.Name, backend.Accelerator, finished + 1);
        using var epochs = RunTable.Resume<EpochRow>(
            paths.Epochs, finished, withOptional: setup.Plan.Validation.Count > 0);
        using var timing = RunTable.Resume<TimingRow>(paths.Timing, finished);
        var watch = Stopwatch.StartNew();
        foreach (var row in new Trainer(engine, _rule, setup.Options, setup.Plan.Training.Count).Run(finished))
        {
            epochs.Append(row);
            timing.Append(new TimingRow(
                row.Epoch, watch.Elapsed.TotalSeconds, backend.Name, backend.Accelerator, Environment.MachineName));
            Save(engine, row.Epoch);
            log.Information("Epoch {@Row}", row);
            report(row);
            watch.Restart();
            if (stop.IsCancellationRequested) break;
        }

        var outcome = Finish(engine, epochs.Rows, timing.Rows);
        log.Information("Stopped after epoch {Epoch}, finished: {Finished}", outcome.Summary.EpochsDone, outcome.Finished);
        return outcome;
    }

    private int Restore(IEngine engine)
    {
        if (start is not null || !File.Exists(paths.State))
        {
            engine.WriteState(start ?? setup.FirstState());
            return -1;
        }

        var checkpoint = StateFile.ReadCheckpoint(paths.State, setup.Arrays);
        engine.WriteState(checkpoint.Layers);
        return checkpoint.Epoch;
    }

    private void Save(IEngine engine, int epoch)
    {
        var layers = engine.ReadState();
        if (!_rule.WeightsAreState)
            foreach (var layer in layers) layer.Weights = null;
        StateFile.Write(paths.State, setup.Arrays, new StateSnapshot(setup.Options.Seed, epoch, layers));
    }

    private RunOutcome Finish(IEngine engine, IReadOnlyList<EpochRow> rows, IReadOnlyList<TimingRow> times)
    {
        var layers = engine.ReadState();
        var test = Classification.OfTest(engine, setup.Plan);
        if (test is not null) ClassTables.Write(paths, test.Confusion);
        var summary = RunSummary.Of(rows, layers, Facts(times), TestFigures.Of(test));
        summary.Write(paths.Summary);
        List<string> pictures =
        [
            .. RunPictures.Draw(paths.Folder, setup.Options, rows, layers, test?.Confusion),
            .. TestPictures.Draw(paths.Folder, setup, engine),
        ];
        return new RunOutcome(paths, summary, pictures, rows, rows[^1].Epoch >= setup.Options.Training.Epochs);
    }

    private RunFacts Facts(IReadOnlyList<TimingRow> times) => new()
    {
        Seed = setup.Options.Seed,
        Seconds = times.Sum(t => t.Seconds),
        Backend = backend.Name,
        Accelerator = backend.Accelerator,
        Host = Environment.MachineName,
        Threads = setup.Plan.Threads,
    };
}
