namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>A shard that came to nothing.</summary>
/// <param name="Shard">Its number.</param>
/// <param name="Job">The latest array that it was submitted in.</param>
/// <param name="Task">How its task ended.</param>
internal sealed record FailedShard(int Shard, string Job, SlurmTask Task)
{
    /// <summary>Says what happened, with the last lines of the log.</summary>
    /// <param name="folder">The sweep.</param>
    public string Text(SweepFolder folder)
    {
        var log = SlurmFiles.Log(folder, Shard);
        var head = FormattableString.Invariant($"shard {Shard} (task {Job}_{Shard}): {Task}");
        var lines = SlurmFiles.LogTail(folder, Shard);
        return lines.Count == 0 ? $"{head}; no log" : $"{head}; the last lines of {log}:\n  {string.Join("\n  ", lines)}";
    }
}
