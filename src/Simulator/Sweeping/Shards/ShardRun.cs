using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Simulator.Sweeping.Shards;

/// <summary>
/// An attempt at a shard. It begins with what earlier attempts have finished, and writes under its own name: any number of
/// them may be running, the first that is whole is the shard.
/// </summary>
/// <param name="folder">The sweep.</param>
/// <param name="shard">The part of the plan.</param>
/// <param name="attempt">Name of the attempt, of no other.</param>
internal sealed class ShardRun(SweepFolder folder, ShardRange shard, string attempt)
{
    private readonly string _whole = folder.Journal(ShardFiles.Name(shard.Number));
    private readonly HashSet<long> _done = [];

    /// <summary>Whether the shard is finished, by whatever attempt.</summary>
    public bool Finished => File.Exists(_whole);

    /// <summary>Computes what is not finished.</summary>
    /// <param name="work">Begins to compute points.</param>
    /// <param name="stop">Asks to stop after the points in progress.</param>
    public void Run(Func<SweepWork> work, CancellationToken stop)
    {
        if (Finished) return;
        var (before, elsewhere) = (Before(), Elsewhere());
        var file = ShardFiles.Attempt(_whole, attempt);
        using (var journal = Journal.Open(file))
        {
            foreach (var records in before.Sorted().Chunk(1000)) journal.Append(records);
            var pending = folder.Plan.Indexes(shard.From, shard.To).Where(index => !before.Has(index) && !elsewhere.Has(index));
            if (pending.LongCount() is var left and > 0) Compute(work(), pending, left, before, journal, stop);
            if (Finished || pending.Any(index => !_done.Contains(index))) return;
        }

        ShardFiles.Finish(file, _whole);
    }

    private void Compute(
        SweepWork work, IEnumerable<long> pending, long left, JournalIndex before, Journal journal, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        work.Run(pending, left, before, records =>
        {
            journal.Append(records);
            foreach (var record in records) _done.Add(record.Index);
            if (Finished) enough.Cancel();
        }, enough.Token);
    }

    private JournalIndex Before()
    {
        var index = new JournalIndex();
        foreach (var earlier in ShardFiles.Attempts(_whole)) index.Add(earlier);
        return index;
    }

    // What was computed without shards, or taken over from another plan.
    private JournalIndex Elsewhere()
    {
        var index = new JournalIndex();
        foreach (var journal in folder.JournalFiles())
            if (!ShardFiles.IsOfShard(journal)) index.Add(journal);
        return index;
    }
}
