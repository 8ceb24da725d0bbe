namespace CrossbarSim.Simulator.Sweeping.Shards;

/// <summary>A part of a plan: a range of its indexes, as long as every other but for one.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="From">The first index.</param>
/// <param name="To">The index after the last.</param>
internal sealed record ShardRange(int Number, long From, long To)
{
    /// <summary>Cuts a plan.</summary>
    /// <param name="size">Indexes of the plan.</param>
    /// <param name="shards">Number of parts.</param>
    public static IReadOnlyList<ShardRange> All(long size, int shards) => [.. Enumerable.Range(0, shards)
        .Select(shard => new ShardRange(shard, size * shard / shards, size * (shard + 1) / shards))];

    /// <summary>The part that an index lies in.</summary>
    /// <param name="index">The index.</param>
    /// <param name="size">Indexes of the plan.</param>
    /// <param name="shards">Number of parts.</param>
    public static int Of(long index, long size, int shards) => (int)(((index + 1) * shards - 1) / size);
}
