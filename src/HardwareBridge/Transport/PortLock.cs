using System.Globalization;
using System.Text;

namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>
/// One process a port. The lock is the system's own on a file in the temporary folder, so it ends with the process that
/// holds it, however that ends; a file beside it names the holder, and says nothing once the lock is free.
/// </summary>
public sealed class PortLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _holder;

    private PortLock(FileStream file, string holder) => (_lock, _holder) = (file, holder);

    /// <summary>Takes a port for this process.</summary>
    /// <param name="port">Path or name of the port; links to the same port are the same.</param>
    /// <exception cref="BoardException">Another process has it: CBS1302.</exception>
    public static PortLock Take(string port)
    {
        var stem = Path.Combine(Path.GetTempPath(), $"crossbarsim-{FileName(Canonical(port))}");
        var holder = $"{stem}.pid";
        try
        {
            var file = new FileStream($"{stem}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new PortLock(file, holder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new BoardException("CBS1302", $"{port} is in use by {HolderOf(holder)}: one process a port", cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_holder);
        _lock.Dispose();
    }

    private static string HolderOf(string file)
    {
        try
        {
            return $"process {File.ReadAllText(file)}";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    private static string Canonical(string port)
    {
        if (!File.Exists(port)) return port.ToUpperInvariant();
        return File.ResolveLinkTarget(port, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(port);
    }

    private static string FileName(string port) => port.Aggregate(new StringBuilder(), (name, letter) =>
        name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-')).ToString().Trim('-');
}
