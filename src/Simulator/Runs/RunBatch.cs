using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Runs;

/// <summary>Runs of one command: on the same data and backend, side by side, each in its own folder.</summary>
/// <param name="backend">Where to compute.</param>
/// <param name="data">The data set of all runs.</param>
/// <param name="threads">Threads for all runs together.</param>
internal sealed class RunBatch(IBackend backend, Dataset data, int threads)
{
    /// <summary>Trains all runs.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="quiet">Show no progress.</param>
    /// <param name="stop">Asks to stop after the epochs in progress.</param>
    public IReadOnlyList<RunOutcome> Execute(IReadOnlyList<PlannedRun> runs, bool quiet, CancellationToken stop)
    {
        var share = Math.Max(1, threads / runs.Count);
        var setups = runs.Select(run => new RunSetup(run.Options, data, share)).ToList();
        RunOutcome[] outcomes = [];
        ProgressDisplay.Show(quiet, [.. runs.Select(run => (run.Name, run.Options.Training.Epochs))], report =>
        {
            var tasks = runs.Select((run, i) => Task.Run(
                () => Execute(run, setups[i], row => report(i, row), stop), CancellationToken.None));
            outcomes = Task.WhenAll(tasks).GetAwaiter().GetResult();
        });
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

    private RunOutcome Execute(PlannedRun run, RunSetup setup, Action<EpochRow> report, CancellationToken stop)
    {
        if (run.Resume)
        {
            using var held = RunDirectory.Open(run.Folder);
            return new TrainingRun(setup, backend, held.Paths).Execute(report, stop);
        }

        // The first state may come from a file that is not there: find out before anything is written.
        var start = setup.FirstState();
        using var created = RunDirectory.Create(run.Folder, RunHeader.Text + OptionWriter.Write(run.Options));
        return new TrainingRun(setup, backend, created.Paths, start).Execute(report, stop);
    }
}
