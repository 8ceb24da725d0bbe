using System.Globalization;
using System.IO.Ports;

namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>The serial ports of this machine. Pseudo-terminals are not among them.</summary>
public static class PortList
{
    private const string ById = "/dev/serial/by-id";

    /// <summary>All ports, by name.</summary>
    public static IReadOnlyList<SerialPortInfo> Find() =>
        [.. Names().Order(StringComparer.Ordinal).Select(name => new SerialPortInfo(name, StableName(name), Holders(name)))];

    /// <summary>The processes that have a port open, as far as this user may see.</summary>
    /// <param name="path">Path or name of the port.</param>
    public static IReadOnlyList<PortHolder> Holders(string path)
    {
        var holders = OpenedBy(Target(path)).ToList();
        if (ProcessLock.Holder(path) is { } mine && !holders.Exists(holder => holder.Process == mine))
            holders.Insert(0, new PortHolder(mine, "crossbarsim"));
        return holders;
    }

    // The library asks the system, which knows none where there is no such folder.
    private static string[] Names()
    {
        try
        {
            return SerialPort.GetPortNames();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? StableName(string port) => Directory.Exists(ById)
        ? Directory.GetFiles(ById).Order(StringComparer.Ordinal).FirstOrDefault(link => Target(link) == Target(port))
        : null;

    private static string Target(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    // Linux shows the open files of every process of the same user as links.
    private static IEnumerable<PortHolder> OpenedBy(string device) => !OperatingSystem.IsLinux() || device.Length == 0
        ? []
        : from folder in Directory.GetDirectories("/proc")
          where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
          where Has(folder, device)
          select new PortHolder(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), NameOf(folder));

    private static bool Has(string folder, string device)
    {
        try
        {
            return Directory.GetFiles(Path.Combine(folder, "fd")).Any(file => new FileInfo(file).LinkTarget == device);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string NameOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "comm")).Trim();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
