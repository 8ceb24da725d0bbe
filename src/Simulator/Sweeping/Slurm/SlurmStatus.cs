using CrossbarSim.Core.Problems;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>What the user is told of the array of a sweep.</summary>
internal static class SlurmStatus
{
    private const int MostShown = 10;

    /// <summary>Says what the tasks of a sweep do; nothing where it was never submitted.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="output">Where to.</param>
    /// <returns>Whether there is an array that works on it.</returns>
    public static bool Print(SweepFolder folder, TextWriter output)
    {
        if (Array(folder) is not { } array) return false;
        output.WriteLine(array.Words());
        if (array.States() is not { } states)
        {
            output.WriteLine("the controller of Slurm does not answer squeue");
            return true;
        }

        var counts = states.Select(state => FormattableString.Invariant($"{state.Value} {state.Key}"));
        output.WriteLine($"tasks: {string.Join(", ", counts)}");
        var idle = array.Idle();
        Print(folder, idle, output);
        return idle.Count < states.Values.Sum();
    }

    /// <summary>Refuses what an array that works on the folder would be mixed with.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="key">Path of the problem.</param>
    /// <exception cref="ConfigurationException">There is one (CBS1124).</exception>
    public static void RequireIdle(SweepFolder folder, string key)
    {
        if (Array(folder) is not { } array || array.States() is not { } states) return;
        if (array.Idle().Count < states.Values.Sum())
            throw new ConfigurationException(new Problem("CBS1124", key,
                $"Slurm works on {folder.Path}: {array.Words()}. Watch it with sweep --resume, or end it with scancel first"));
    }

    /// <summary>Says which shards failed, and why.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="failed">The shards.</param>
    /// <param name="report">How far the sweep is.</param>
    /// <returns>The exit code.</returns>
    public static int Fail(SweepFolder folder, IReadOnlyList<FailedShard> failed, SweepReport report)
    {
        Print(folder, failed, Console.Error);
        var unseen = failed.All(shard =>
            shard.Task.State == "COMPLETED" || SlurmFiles.LogTail(folder, shard.Shard).Count == 0);
        UserErrors.Print(unseen
            ? new Problem("CBS1125", "out", $"the tasks wrote nothing into {folder.Path}: "
                + "it must be in a folder that all nodes share, under the same path")
            : new Problem("CBS1126", "engine", FormattableString.Invariant(
                $"{failed.Count} shards failed; {folder.At("results.csv")} holds {report.Size}; ")
                + $"sweep --resume {folder.Path} tries them again"));
        return ExitCodes.Unexpected;
    }

    private static SlurmArray? Array(SweepFolder folder) =>
        SlurmState.Of(folder) is { } state ? new SlurmArray(folder, state, folder.Finished()) : null;

    private static void Print(SweepFolder folder, IReadOnlyList<FailedShard> shards, TextWriter output)
    {
        foreach (var shard in shards.Take(MostShown)) output.WriteLine(shard.Text(folder));
        if (shards.Count > MostShown)
            output.WriteLine(FormattableString.Invariant($"and {shards.Count - MostShown} more shards"));
    }
}
