using System.Globalization;
using System.Runtime.InteropServices;

namespace CrossbarSim.Simulator.Sweeping.Shards;

/// <summary>Names of the journals of shards, and how one gets its name.</summary>
internal static partial class ShardFiles
{
    /// <summary>How names of journals end that an attempt at a shard writes.</summary>
    public const string AttemptEnding = ".part";

    private const string Prefix = "shard-";
    private const int Exists = 17;

    /// <summary>Name of the journal of a finished shard, without ending.</summary>
    /// <param name="shard">The shard.</param>
    public static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{shard:00000}");

    /// <summary>Whether a journal is that of a shard or of an attempt at one.</summary>
    /// <param name="journal">The journal.</param>
    public static bool IsOfShard(string journal) => Path.GetFileName(journal).StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The journal that an attempt writes.</summary>
    /// <param name="whole">Journal of the finished shard.</param>
    /// <param name="attempt">Name of the attempt, of no other.</param>
    public static string Attempt(string whole, string attempt) => $"{whole}.{attempt}{AttemptEnding}";

    /// <summary>The journals of all attempts at a shard.</summary>
    /// <param name="whole">Journal of the finished shard.</param>
    public static IEnumerable<string> Attempts(string whole) => Directory
        .GetFiles(Path.GetDirectoryName(whole)!, $"{Path.GetFileName(whole)}.*{AttemptEnding}").Order(StringComparer.Ordinal);

    /// <summary>Gives a finished attempt the name of the shard, in one step and only if no other has it.</summary>
    /// <remarks>
    /// A rename would take the name from an attempt that was first, so it is a second name: <c>link</c> of POSIX refuses one
    /// that exists. The name of the attempt stays until the sweep is collected: others may be reading it.
    /// </remarks>
    /// <param name="attempt">The journal of the attempt.</param>
    /// <param name="whole">Journal of the finished shard.</param>
    /// <returns>Whether it was the first.</returns>
    public static bool Finish(string attempt, string whole)
    {
        if (OperatingSystem.IsWindows()) return Moved(attempt, whole);
        if (Link(attempt, whole) == 0) return true;

        // Some file systems have no second names.
        return Marshal.GetLastPInvokeError() != Exists && Moved(attempt, whole);
    }

    /// <summary>Removes the journals of attempts at finished shards.</summary>
    /// <param name="folder">The folder of the journals.</param>
    public static void RemoveAttempts(string folder)
    {
        foreach (var attempt in Directory.GetFiles(folder, $"*.journal.*{AttemptEnding}"))
        {
            var name = Path.GetFileName(attempt);
            var whole = name[..(name.IndexOf(".journal", StringComparison.Ordinal) + ".journal".Length)];
            if (File.Exists(Path.Combine(folder, whole))) File.Delete(attempt);
        }
    }

    private static bool Moved(string attempt, string whole)
    {
        if (File.Exists(whole)) return false;
        File.Move(attempt, whole);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string added);
}
