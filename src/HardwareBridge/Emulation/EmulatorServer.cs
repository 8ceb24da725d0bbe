using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Puts an emulated board behind a port, on a thread of its own. Disposing is pulling the cable.</summary>
public sealed class EmulatorServer : LineServer
{
    private readonly LinkEmulator _board;
    private readonly int _beats;
    private readonly FrameReader _reader = new();
    private readonly List<byte> _frame = [];
    private int _delimiters;

    /// <summary>Starts to serve.</summary>
    /// <param name="board">The board.</param>
    /// <param name="line">The board's side of the line; disposed with the server.</param>
    /// <param name="faults">What goes wrong on the line; nothing where absent.</param>
    public EmulatorServer(LinkEmulator board, ITransport line, FaultOptions? faults = null)
        : base(line, faults)
    {
        (_board, _beats) = (board, faults?.Beats ?? 0);
        Start();
    }

    /// <summary>Called with every valid frame before the board gets it; disposing the server in it loses the frame.</summary>
    public Action<LinkFrame>? Arriving { get; set; }

    /// <summary>Called with every request that was answered, before the answer leaves.</summary>
    public Action<LinkFrame>? Answering { get; set; }

    private protected override void Tick() => _board.Tick();

    private protected override void Take(byte value)
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
        foreach (var bytes in Received(frame))
        {
            foreach (var request in _reader.Accept(bytes)) Answer(request);
        }

        _board.CountBad(_reader.TakeBad());
    }

    private void Answer(LinkFrame request)
    {
        Arriving?.Invoke(request);
        if (Stopped) return;
        for (var beat = 0; beat < _beats; beat++)
        {
            Send(new LinkFrame(LinkProtocol.Busy, request.Nonce, request.Sequence, default).Encode());
            Pause(TimeSpan.FromMilliseconds(LinkProtocol.BusyMilliseconds));
        }

        var answer = _board.Accept(request);
        Answering?.Invoke(request);
        Reply(answer.Encode());
    }
}
