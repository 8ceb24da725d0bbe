using System.Globalization;
using System.Text;

namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>
/// One process a port, and one a journal. The lock is the system's own on a file in the temporary folder, so it ends with
/// the process that holds it, however that ends; a file beside it names the holder, and says nothing once the lock is free.
/// </summary>
public sealed class ProcessLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _holder;

    private ProcessLock(FileStream file, string holder) => (_lock, _holder) = (file, holder);

    /// <summary>Takes a port or a file for this process.</summary>
    /// <param name="path">Its path or name; links to the same are the same.</param>
    /// <exception cref="BoardException">Another process has it: CBS1302.</exception>
    public static ProcessLock Take(string path)
    {
        var stem = Stem(path);
        var holder = $"{stem}.pid";
        try
        {
            var file = new FileStream($"{stem}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new ProcessLock(file, holder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new BoardException("CBS1302", $"{path} is in use by {HolderOf(holder)}: only one at a time", cause);
        }
    }

    /// <summary>Who has a port or a file now.</summary>
    /// <param name="path">Its path or name.</param>
    /// <returns>The process; null where it is free, 0 where its number is not known.</returns>
    public static int? Holder(string path)
    {
        var stem = Stem(path);
        if (!File.Exists($"{stem}.lock")) return null;
        try
        {
            using var free = new FileStream($"{stem}.lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return int.TryParse(ReadHolder($"{stem}.pid"), CultureInfo.InvariantCulture, out var process) ? process : 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_holder);
        _lock.Dispose();
    }

    private static string HolderOf(string file) =>
        ReadHolder(file) is { } process ? $"process {process}" : "another process";

    private static string? ReadHolder(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Stem(string path) => Path.Combine(Path.GetTempPath(), $"crossbarsim-{FileName(Canonical(path))}");

    // COM3 is no file, and has no folder.
    private static string Canonical(string path)
    {
        if (OperatingSystem.IsWindows() && !File.Exists(path)) return path.ToUpperInvariant();
        return File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target
            ? target.FullName
            : Path.GetFullPath(path);
    }

    private static string FileName(string path) => path.Aggregate(new StringBuilder(), (name, letter) =>
        name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-')).ToString().Trim('-');
}
