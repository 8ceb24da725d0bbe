using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>Computes points of a sweep on this machine, and shows how far they are.</summary>
/// <param name="plan">The plan.</param>
/// <param name="start">Data and backend.</param>
/// <param name="data">The data sets.</param>
/// <param name="threads">Threads to use.</param>
/// <param name="quiet">Show no progress.</param>
internal sealed class SweepWork(SweepPlan plan, RunStart start, SweepData data, int threads, bool quiet)
{
    /// <summary>Computes points.</summary>
    /// <param name="pending">The points, as indexes.</param>
    /// <param name="left">How many they are.</param>
    /// <param name="finished">Points that are finished already.</param>
    /// <param name="keep">Keeps the points of a finished batch.</param>
    /// <param name="stop">Asks to stop after the points in progress.</param>
    public void Run(
        IEnumerable<long> pending, long left, JournalIndex finished, Action<IReadOnlyList<PointRecord>> keep,
        CancellationToken stop)
    {
        var run = new SweepRun(plan, start.Backend, data, threads);
        var (size, seconds) = run.Calibrate(pending, left);
        var total = finished.Count + left;
        if (!quiet) Console.Error.WriteLine(SweepText.Start(total, finished.Count, size, seconds));
        var display = new SweepDisplay(plan, finished.Count, total);
        foreach (var record in finished.Sorted()) display.Best.Add(record);
        display.Show(quiet, told => run.Execute(pending, size, records =>
        {
            keep(records);
            foreach (var record in records) display.Best.Add(record);
            told(records.Count);
        }, stop));
    }
}
