using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>
/// Computes a sweep on a cluster: submits its shards as a job array and watches their journals. The array goes on without it;
/// the next one that watches takes it up.
/// </summary>
/// <param name="folder">The sweep, locked.</param>
/// <param name="options">What the user asks of Slurm.</param>
/// <param name="quiet">Show no progress.</param>
internal sealed class SlurmEngine(SweepFolder folder, SlurmOptions options, bool quiet)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Ask = TimeSpan.FromSeconds(5);

    /// <summary>Submits what is not under way, and watches until all shards are finished or failed.</summary>
    /// <param name="stop">Asks to stop watching.</param>
    /// <returns>What became of the shards that failed.</returns>
    public IReadOnlyList<FailedShard> Run(CancellationToken stop)
    {
        var finished = folder.Finished();
        if (finished.Count == folder.Plan.Count) return [];
        var array = new SlurmArray(folder, Begin(), finished);
        array.SubmitIdle();
        if (!quiet) Console.Error.WriteLine($"{array.Words()}; Ctrl-C ends only the watching");
        using var tables = SweepTables.Open(folder.Path, folder.Columns, finished);
        var display = new SweepDisplay(folder.Plan, finished.Count, folder.Plan.Count);
        foreach (var record in finished.Sorted()) display.Best.Add(record);
        var tail = new JournalTail(finished);
        display.Show(quiet, told => Watch(array, () =>
        {
            var news = tail.Update(folder.JournalFiles());
            if (news.Count == 0) return;
            tables.Append(news);
            array.Count(news);
            foreach (var record in news) display.Best.Add(record);
            told(news.Count);
        }, stop));
        return array.Failed;
    }

    private static void Watch(SlurmArray array, Action look, CancellationToken stop)
    {
        var asked = TimeProvider.System.GetTimestamp();
        while (true)
        {
            look();
            if (array.Over) return;
            if (stop.WaitHandle.WaitOne(Look)) return;
            if (TimeProvider.System.GetElapsedTime(asked) < Ask) continue;
            asked = TimeProvider.System.GetTimestamp();
            array.Mend();
        }
    }

    private SlurmState Begin()
    {
        var before = SlurmState.Of(folder);
        if (before is not null && options.Shards is { } shards && shards != before.Shards)
            throw new ConfigurationException(new Problem("CBS1123", "shards", FormattableString.Invariant(
                $"{folder.Path} is cut into {before.Shards} shards: go on with that number, ")
                + "or choose another folder with --out"));
        var state = before ?? new SlurmState(folder.File.Identity,
            options.Of(folder.Plan.Size), [], [], []);
        if (before is null || options.Sbatch.Count > 0) state = state with { Sbatch = options.Sbatch };
        if (before is null || options.Arguments.Count > 0) state = state with { Arguments = options.Arguments };
        SlurmFiles.Write(folder, state);
        return state;
    }
}
