using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>Computes a sweep on this machine.</summary>
/// <param name="folder">The sweep, locked.</param>
/// <param name="work">Computes points.</param>
internal sealed class LocalEngine(SweepFolder folder, SweepWork work)
{
    private const string JournalName = "local";

    /// <summary>Computes what is not finished.</summary>
    /// <param name="stop">Asks to stop after the points in progress.</param>
    public void Run(CancellationToken stop)
    {
        var (plan, finished) = (folder.Plan, folder.Finished());
        var left = plan.Count - finished.Count;
        if (left == 0) return;
        using var journal = Journal.Open(folder.Journal(JournalName));
        using var tables = SweepTables.Open(folder.Path, folder.Columns, finished);
        work.Run(plan.Indexes(0, plan.Size).Where(index => !finished.Has(index)), left, finished, records =>
        {
            journal.Append(records);
            tables.Append(records);
        }, stop);
    }
}
