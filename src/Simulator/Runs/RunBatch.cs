using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Runs;

/// <summary>
/// Runs of one command, on the same data and backend, each in its own folder. Those that share network, rule and
/// mini-batches train as replicas of one engine; what a run comes to does not depend on the others.
/// </summary>
/// <param name="backend">Where to compute.</param>
/// <param name="data">The data set of all runs.</param>
/// <param name="threads">Threads for all runs together.</param>
/// <param name="saving">What is saved when; null: the state after every epoch, and pictures.</param>
internal sealed class RunBatch(IBackend backend, Dataset data, int threads, RunSaving? saving = null)
{
    private readonly RunSaving _saving = saving ?? new RunSaving(TimeSpan.Zero, Pictures: true);

    /// <summary>Trains all runs, each with a progress bar of its own.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="quiet">Show no progress.</param>
    /// <param name="stop">Asks to stop after the epochs in progress.</param>
    public IReadOnlyList<RunOutcome> Execute(IReadOnlyList<PlannedRun> runs, bool quiet, CancellationToken stop) =>
        Execute(runs, work => ProgressDisplay.Show(
            quiet, [.. runs.Select(run => (run.Name, run.Options.Training.Epochs))], work), stop);

    /// <summary>Trains all runs.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="show">Does the work, which calls what it is given with the run's number after each of its epochs.</param>
    /// <param name="stop">Asks to stop after the epochs in progress.</param>
    public IReadOnlyList<RunOutcome> Execute(
        IReadOnlyList<PlannedRun> runs, Action<Action<Action<int, EpochRow>>> show, CancellationToken stop)
    {
        var outcomes = new RunOutcome[runs.Count];
        List<RunRecord> records = [];
        try
        {
            Open(runs, records);
            show(report =>
            {
                foreach (var group in records.Index().GroupBy(record => Together(record.Item)))
                    Train([.. group], outcomes, report, stop);
            });
        }
        finally
        {
            records.ForEach(record => record.Dispose());
        }

        return outcomes;
    }

    /// <summary>Draws the test accuracies of several runs over each other.</summary>
    /// <param name="outcomes">The runs.</param>
    /// <param name="names">Their names.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The PNG file.</returns>
    public string Compare(IReadOnlyList<RunOutcome> outcomes, IReadOnlyList<string> names, string folder) =>
        ComparisonFigure.Save(
            [.. outcomes.Select((o, i) => ComparedRun.OfOneSeed(names[i], [.. o.Rows.Select(RunPictures.Point)]))],
            Path.Combine(folder, "comparison"), $"Runs on {data.Name}: same seed, same mini-batches", withTraining: true).Png;

    private void Open(IReadOnlyList<PlannedRun> runs, List<RunRecord> records)
    {
        var setups = RunSetup.All([.. runs.Select(run => run.Options)], data, threads);

        // The first state may come from a file that is not there: find out before anything is written.
        var starts = runs.Zip(setups, (run, setup) => run.Resume ? null : setup.FirstState()).ToList();
        for (var i = 0; i < runs.Count; i++)
            records.Add(starts[i] is { } start
                ? RunRecord.Create(runs[i].Folder, setups[i], start, backend)
                : RunRecord.Resume(runs[i].Folder, setups[i], backend));
    }

    // Runs that were stopped after different epochs are not at the same mini-batch.
    private static (string, int) Together(RunRecord record) => (SharedOptions.Text(record.Setup.Options), record.Finished);

    private void Train(
        IReadOnlyList<(int Run, RunRecord Record)> group, RunOutcome[] outcomes, Action<int, EpochRow> report,
        CancellationToken stop)
    {
        var setup = new ReplicaSetup([.. group.Select(member => member.Record.Setup)]);
        using var engine = backend.CreateEngine(setup.Plan);
        foreach (var (replica, (_, record)) in group.Index())
        {
            engine.WriteState(replica, record.Start);
            record.Begin(group.Count);
        }

        var clock = TimeProvider.System;
        var (started, saved) = (clock.GetTimestamp(), clock.GetTimestamp());
        var last = setup.Experiments[0].Training.Epochs;
        foreach (var rows in new Trainer(engine, setup.Experiments).Run(group[0].Record.Finished))
        {
            var (seconds, stopping) = (clock.GetElapsedTime(started).TotalSeconds, stop.IsCancellationRequested);
            var isDue = stopping || rows[0].Epoch == last || clock.GetElapsedTime(saved) >= _saving.CheckpointEvery;
            Save(group, rows, seconds, isDue ? engine : null);
            foreach (var (replica, (run, _)) in group.Index()) report(run, rows[replica]);
            started = clock.GetTimestamp();
            if (isDue) saved = started;
            if (stopping) break;
        }

        var ageing = AgedAccuracy.Measure(engine, setup.Runs);
        foreach (var (replica, (run, record)) in group.Index())
            outcomes[run] = record.Finish(engine, replica, ageing[replica], _saving.Pictures);
    }

    // A few at a time: all states at once would fill the memory, one after another would leave the other cores idle.
    private void Save(
        IReadOnlyList<(int Run, RunRecord Record)> group, IReadOnlyList<EpochRow> rows, double seconds, IEngine? engine)
    {
        foreach (var part in group.Index().Chunk(threads))
        {
            var states = part.Select(member => engine?.ReadState(member.Index)).ToList();
            InParallel.Run(part.Length, threads, at => part[at].Item.Record.Save(rows[part[at].Index], seconds, states[at]));
        }
    }
}
