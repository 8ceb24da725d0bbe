using System.Runtime.InteropServices;
using System.Text;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>
/// A serial port that no hardware stands behind: programs open its path, we are the board. Linux and macOS only.
/// Disposing is what unplugging is: whoever has it open sees it go.
/// </summary>
public sealed class PseudoTerminal : IDisposable
{
    private readonly int _outer;
    private readonly string? _link;
    private bool _disposed;

    private PseudoTerminal(int inner, int outer, string path, string? link) =>
        (Board, _outer, Device, _link) = (DirectTransport.Over(path, inner), outer, path, link);

    /// <summary>The board's side.</summary>
    public ITransport Board { get; }

    /// <summary>The device that programs open.</summary>
    public string Device { get; }

    /// <summary>The path to give to programs: the link where there is one.</summary>
    public string Path => _link ?? Device;

    /// <summary>Whether this system has pseudo-terminals.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Makes a port.</summary>
    /// <param name="link">Path of a symbolic link to it, replaced where it exists; none where absent.</param>
    /// <exception cref="BoardException">The system has none to give, or the path is taken: CBS1301.</exception>
    public static PseudoTerminal Open(string? link = null)
    {
        if (!IsSupported) throw new BoardException("CBS1301", "this system has no pseudo-terminals");
        var inner = Posix.OpenPseudoTerminal(Posix.ReadWrite | Posix.NoControllingTerminal);
        if (inner < 0 || Posix.Grant(inner) != 0 || Posix.Unlock(inner) != 0) throw Refused("a pseudo-terminal");
        var path = NameOf(inner);

        // We hold the outer side open as well, so that a program that closes it does not hang up on the board.
        var outer = Posix.Open(path, Posix.ReadWrite | Posix.NoControllingTerminal);
        if (outer < 0 || !Posix.TrySetRaw(outer, null)) throw Refused(path);
        if (link is not null) Link(link, path);
        return new PseudoTerminal(inner, outer, path, link);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        if (_link is not null) File.Delete(_link);
        Posix.Close(_outer);
        Board.Dispose();
    }

    private static string NameOf(int inner)
    {
        Span<byte> name = stackalloc byte[256];
        if (Posix.PseudoTerminalName(inner, name, (nuint)name.Length) != 0) throw Refused("the name of a pseudo-terminal");
        return Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]);
    }

    private static void Link(string link, string path)
    {
        if (new FileInfo(link) is { Exists: true, LinkTarget: null })
            throw new BoardException("CBS1301", $"{link} is a file already: it is not replaced by a port");
        try
        {
            File.Delete(link);
            File.CreateSymbolicLink(link, path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new BoardException("CBS1301", $"{link} cannot be made: {cause.Message}", cause);
        }
    }

    private static BoardException Refused(string what) =>
        new("CBS1301", $"the system refuses {what}: {Marshal.GetLastPInvokeErrorMessage()}");
}
