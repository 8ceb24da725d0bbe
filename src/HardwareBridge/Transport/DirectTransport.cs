using System.Runtime.InteropServices;

namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>
/// A terminal through open, poll, read and write: no thread, no 1 ms tick, so a round trip costs a thirtieth of that of
/// System.IO.Ports. Linux and macOS only.
/// </summary>
public sealed class DirectTransport : ITransport
{
    private static readonly TimeSpan WritePatience = TimeSpan.FromMilliseconds(500);

    private const int LongestTurn = 50;

    private readonly Lock _writing = new();
    private readonly Lock _reading = new();
    private readonly int _file;
    private volatile bool _closed;

    private DirectTransport(string name, int file) => (Name, _file) = (name, file);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens a port with 8 data bits, no parity and 1 stop bit.</summary>
    /// <param name="path">Such as /dev/ttyACM0.</param>
    /// <param name="baud">Bits per second: one of the usual speeds.</param>
    /// <exception cref="TransportException">The port is not there, not for us, or has no such speed.</exception>
    public static DirectTransport Open(string path, int baud)
    {
        if (OperatingSystem.IsWindows()) throw new TransportException(path, "the direct transport is for Linux and macOS");
        var file = Posix.Open(path, Posix.ReadWrite | Posix.NoControllingTerminal | Posix.NonBlocking);
        if (file < 0) throw new TransportException(path, $"cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        if (Posix.TrySetRaw(file, baud)) return new DirectTransport(path, file);
        Posix.Close(file);
        throw new TransportException(path, FormattableString.Invariant($"cannot be set to {baud} baud"));
    }

    /// <summary>Takes over an open descriptor, such as the inner side of a pseudo-terminal.</summary>
    internal static DirectTransport Over(string name, int file) => new(name, file);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_writing)
            while (!bytes.IsEmpty)
            {
                if (Wait(Posix.PollOut, WritePatience) == 0)
                    throw new TransportException(Name, "does not take bytes any more");
                var count = Posix.Write(_file, bytes, bytes.Length);
                if (count < 0 && !IsPassing()) throw Lost();
                bytes = bytes[(int)Math.Max(count, 0)..];
            }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        lock (_reading)
        {
            if (Wait(Posix.PollIn, timeout) == 0) return 0;
            var count = Posix.Read(_file, buffer, buffer.Length);
            if (count > 0) return (int)count;
            return count < 0 && IsPassing() ? 0 : throw Lost();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_closed) return;
        _closed = true;

        // A descriptor that is closed under a waiting poll may be another file's by the time of its read.
        lock (_reading)
            lock (_writing)
                Posix.Close(_file);
    }

    // What poll found; waits in short turns, so that disposing from another thread is seen.
    private short Wait(short wanted, TimeSpan timeout)
    {
        var end = Environment.TickCount64 + (long)Math.Ceiling(timeout.TotalMilliseconds);
        while (!_closed)
        {
            var left = Math.Clamp(end - Environment.TickCount64, 0, LongestTurn);
            var request = new Posix.PollRequest { File = _file, Wanted = wanted };
            if (Posix.Poll(ref request, 1, (int)left) > 0) return Found(request.Found, wanted);
            if (Environment.TickCount64 >= end) return 0;
        }

        throw new TransportException(Name, "was closed");
    }

    private short Found(short found, short wanted) =>
        (found & wanted) != 0 ? found : throw new TransportException(Name, "is gone");

    private static bool IsPassing() =>
        Marshal.GetLastPInvokeError() is var error && (error == Posix.TryAgain || error == Posix.Interrupted);

    private TransportException Lost() => new(Name, $"is gone: {Marshal.GetLastPInvokeErrorMessage()}");
}
