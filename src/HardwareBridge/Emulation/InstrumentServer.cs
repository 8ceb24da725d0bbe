using System.Text;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Puts an emulated instrument behind a port, on a thread of its own. Disposing is pulling the cable.</summary>
public sealed class InstrumentServer : LineServer
{
    private readonly IEmulatedInstrument _board;
    private readonly List<byte> _text = [];

    /// <summary>Starts to serve.</summary>
    /// <param name="board">The instrument.</param>
    /// <param name="line">Its side of the line; disposed with the server.</param>
    /// <param name="faults">What goes wrong with lines (tokens) and answers; nothing where absent.</param>
    public InstrumentServer(IEmulatedInstrument board, ITransport line, FaultOptions? faults = null)
        : base(line, faults)
    {
        _board = board;
        Start();
    }

    /// <summary>Called with every line before the instrument gets it; disposing the server in it loses the line.</summary>
    public Action<string>? Arriving { get; set; }

    /// <summary>Called with every line that was answered, before the answer leaves.</summary>
    public Action<string>? Answering { get; set; }

    private protected override void Take(byte value)
    {
        if (value is not ((byte)'\n' or (byte)'\r'))
        {
            _text.Add(value);
            return;
        }

        if (_text.Count == 0) return;
        byte[] whole = [.. _text];
        _text.Clear();
        foreach (var bytes in Received(whole)) Answer(Encoding.Latin1.GetString(bytes));
    }

    private void Answer(string line)
    {
        Arriving?.Invoke(line);
        if (Stopped) return;
        var answer = _board.Accept(line);
        if (answer.Length == 0) return;
        Answering?.Invoke(line);
        if (Stopped) return;
        Reply(answer);
    }
}
