using System.IO.Ports;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>
/// A serial port through System.IO.Ports, with what that library does when a cable is pulled fenced in: the port still
/// says that it is open, reads and writes only time out, and Close hangs for ever once something was written (measured
/// on Linux with .NET 10; dotnet/runtime issues 121627 and 45635). So one thread reads, in large pieces; the first fault
/// is the last thing that is asked of the port; and it is closed on a thread that is left behind if it does not come back.
/// </summary>
public sealed class SerialTransport : ITransport
{
    private const int BufferBytes = 4096;
    private static readonly TimeSpan ReadPatience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WritePatience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromMilliseconds(500);

    // A port that was left behind must not be finalized either: that would flush, and hang the finalizer thread.
    private static readonly List<SerialPort> LeftBehind = [];

    private readonly SerialPort _port;
    private readonly Stream _stream;
    private readonly ByteQueue _received = new();
    private readonly Lock _writing = new();
    private volatile bool _disposed;

    private SerialTransport(SerialPort port)
    {
        (_port, _stream, Name) = (port, port.BaseStream, port.PortName);
        new Thread(ReadAll) { IsBackground = true, Name = $"reads {Name}" }.Start();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens a port.</summary>
    /// <param name="path">Such as /dev/ttyACM0 or COM3.</param>
    /// <param name="baud">Bits per second.</param>
    /// <param name="line">How it carries characters; absent: 8 data bits, no parity and 1 stop bit.</param>
    /// <exception cref="TransportException">The port is not there, or not for us.</exception>
    public static SerialTransport Open(string path, int baud, LineOptions? line = null)
    {
        line ??= new LineOptions();
        if (IsPseudoTerminal(path)) line = line with { Parity = LineParity.None, DataBits = 8 };
        var port = new SerialPort(path, baud, ParityOf(line.Parity), line.DataBits, (StopBits)line.StopBits)
        {
            Handshake = HandshakeOf(line.Flow),
            ReadTimeout = (int)ReadPatience.TotalMilliseconds,
            WriteTimeout = (int)WritePatience.TotalMilliseconds,
            ReadBufferSize = BufferBytes,
        };
        try
        {
            port.Open();
            return new SerialTransport(port);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException
            or InvalidOperationException)
        {
            port.Dispose();
            throw new TransportException(path, $"cannot be opened: {Why(path, cause)}", cause);
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_writing)
        {
            if (_received.Fault is { } fault) throw new TransportException(Name, "was lost before", fault);
            try
            {
                _stream.Write(bytes);
            }
            catch (Exception cause) when (IsLoss(cause) || cause is TimeoutException)
            {
                throw Lose("does not take bytes any more", cause);
            }
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan timeout) => _received.Take(buffer, timeout);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Lose("was closed", null);
        var closing = new Thread(Close) { IsBackground = true, Name = $"closes {Name}" };
        closing.Start();
        if (closing.Join(ClosePatience)) return;
        lock (LeftBehind) LeftBehind.Add(_port);
    }

    // It carries no parity bit, and the C library refuses to be asked for one twice.
    private static bool IsPseudoTerminal(string path) => OperatingSystem.IsLinux() && File.Exists(path)
        && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path)
            .StartsWith("/dev/pts/", StringComparison.Ordinal);

    private static Parity ParityOf(LineParity parity) => parity switch
    {
        LineParity.Odd => Parity.Odd,
        LineParity.Even => Parity.Even,
        _ => Parity.None,
    };

    private static Handshake HandshakeOf(FlowControl flow) => flow switch
    {
        FlowControl.XonXoff => Handshake.XOnXOff,
        FlowControl.RtsCts => Handshake.RequestToSend,
        _ => Handshake.None,
    };

    private void ReadAll()
    {
        var buffer = new byte[BufferBytes];
        while (_received.Fault is null)
        {
            try
            {
                var count = _stream.Read(buffer);
                if (count > 0) _received.Add(buffer.AsSpan(0, count));
                else Lose("ended", null);
            }
            catch (TimeoutException)
            {
                LoseIfGone();
            }
            catch (Exception cause) when (IsLoss(cause))
            {
                Lose("is gone", cause);
            }
        }
    }

    // An unplugged port may go on timing out; the number of waiting bytes is then negative, or cannot be asked for.
    private void LoseIfGone()
    {
        try
        {
            if (_port.BytesToRead < 0) Lose("is gone", null);
        }
        catch (Exception cause) when (IsLoss(cause))
        {
            Lose("is gone", cause);
        }
    }

    private TransportException Lose(string what, Exception? cause)
    {
        var fault = new TransportException(Name, what, cause);
        _received.Fail(fault);
        return fault;
    }

    private void Close()
    {
        try
        {
            _port.Close();
        }
        catch (Exception cause) when (IsLoss(cause))
        {
            // Nobody waits for a port that is already given up.
        }
    }

    private static bool IsLoss(Exception cause) => cause
        is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException
        or OperationCanceledException;

    // A missing node is reported as a lack of rights.
    private static string Why(string path, Exception cause) =>
        path.Contains('/', StringComparison.Ordinal) && !File.Exists(path) ? "there is no such port" : cause.Message;
}
