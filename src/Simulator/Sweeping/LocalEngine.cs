using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>Computes a sweep on this machine.</summary>
/// <param name="folder">The sweep, locked.</param>
/// <param name="start">Data and backend.</param>
/// <param name="data">The data sets.</param>
/// <param name="threads">Threads to use.</param>
/// <param name="quiet">Show no progress.</param>
internal sealed class LocalEngine(SweepFolder folder, RunStart start, SweepData data, int threads, bool quiet)
{
    private const string JournalName = "local";

    /// <summary>Computes what is not finished.</summary>
    /// <param name="stop">Asks to stop after the points in progress.</param>
    public void Run(CancellationToken stop)
    {
        var (plan, finished) = (folder.Plan, folder.Finished());
        var pending = plan.Indexes(0, plan.Size).Where(index => !finished.Has(index));
        var left = plan.Count - finished.Count;
        if (left == 0) return;
        var run = new SweepRun(plan, start.Backend, data, threads);
        var (size, seconds) = run.Calibrate(pending, left);
        if (!quiet) Console.Error.WriteLine(SweepText.Start(plan.Count, finished.Count, size, seconds));
        var display = new SweepDisplay(plan, finished.Count, plan.Count);
        foreach (var record in finished.Sorted()) display.Best.Add(record);
        using var journal = Journal.Open(folder.Journal(JournalName));
        using var tables = SweepTables.Open(folder.Path, folder.Columns, finished);
        display.Show(quiet, told => run.Execute(pending, size, records =>
        {
            journal.Append(records);
            tables.Append(records);
            foreach (var record in records) display.Best.Add(record);
            told(records.Count);
        }, stop));
    }
}
