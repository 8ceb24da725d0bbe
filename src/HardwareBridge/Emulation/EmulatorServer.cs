using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Puts an emulated board behind a port, on a thread of its own. Disposing is pulling the cable.</summary>
public sealed class EmulatorServer : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private readonly LinkEmulator _board;
    private readonly ITransport _line;
    private readonly LineFaults _faults;
    private readonly int _beats;
    private readonly FrameReader _reader = new();
    private readonly List<byte> _frame = [];
    private readonly Thread _thread;
    private int _delimiters;
    private volatile bool _stopped;

    /// <summary>Starts to serve.</summary>
    /// <param name="board">The board.</param>
    /// <param name="line">The board's side of the line; disposed with the server.</param>
    /// <param name="faults">What goes wrong on the line; nothing where absent.</param>
    public EmulatorServer(LinkEmulator board, ITransport line, FaultOptions? faults = null)
    {
        (_board, _line, _faults, _beats) = (board, line, new LineFaults(faults ?? new FaultOptions()), faults?.Beats ?? 0);
        _thread = new Thread(Serve) { IsBackground = true, Name = $"emulates {line.Name}" };
        _thread.Start();
    }

    /// <summary>Frames that the line damaged, lost, repeated or delayed.</summary>
    public int Faults => _faults.Count;

    /// <summary>Called with every valid frame before the board gets it; disposing the server in it loses the frame.</summary>
    public Action<LinkFrame>? Arriving { get; set; }

    /// <summary>Called with every request that was answered, before the answer leaves.</summary>
    public Action<LinkFrame>? Answering { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped = true;
        _line.Dispose();
        if (Thread.CurrentThread != _thread) _thread.Join();
    }

    private void Serve()
    {
        var buffer = new byte[4096];
        try
        {
            while (!_stopped)
            {
                var count = _line.Read(buffer, Turn);
                foreach (var value in buffer.AsSpan(0, count)) Take(value);
                _board.Tick();
            }
        }
        catch (TransportException)
        {
            // The host is gone: so is the line, and the board goes on by itself.
        }
    }

    private void Take(byte value)
    {
        _delimiters = value == LinkProtocol.Delimiter ? _delimiters + 1 : 0;
        if (_delimiters == LinkProtocol.AbortDelimiters) _board.Abort();
        _frame.Add(value);
        if (value == LinkProtocol.Delimiter || _frame.Count > LinkProtocol.MostEncoded) Deliver();
    }

    private void Deliver()
    {
        var frame = _frame.ToArray();
        _frame.Clear();

        // A delimiter alone is no frame, and so nothing that a fault could be drawn for.
        if (frame is [LinkProtocol.Delimiter]) return;
        foreach (var (bytes, wait) in _faults.Pass(frame, isReply: false))
        {
            Pause(wait);
            foreach (var request in _reader.Accept(bytes)) Answer(request);
        }

        _board.CountBad(_reader.TakeBad());
    }

    private void Answer(LinkFrame request)
    {
        Arriving?.Invoke(request);
        if (_stopped) return;
        for (var beat = 0; beat < _beats; beat++)
        {
            _line.Write(new LinkFrame(LinkProtocol.Busy, request.Nonce, request.Sequence, default).Encode());
            Pause(TimeSpan.FromMilliseconds(LinkProtocol.BusyMilliseconds));
        }

        var answer = _board.Accept(request);
        Answering?.Invoke(request);
        foreach (var (bytes, wait) in _faults.Pass(answer.Encode(), isReply: true))
        {
            Pause(wait);
            _line.Write(bytes);
        }
    }

    private static void Pause(TimeSpan time)
    {
        if (time > TimeSpan.Zero) Task.Delay(time).Wait();
    }
}
