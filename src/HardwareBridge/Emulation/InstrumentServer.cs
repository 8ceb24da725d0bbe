using System.Text;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Puts an emulated instrument behind a port, on a thread of its own. Disposing is pulling the cable.</summary>
public sealed class InstrumentServer : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private readonly IEmulatedInstrument _board;
    private readonly ITransport _line;
    private readonly LineFaults _faults;
    private readonly List<byte> _text = [];
    private readonly Thread _thread;
    private volatile bool _stopped;

    /// <summary>Starts to serve.</summary>
    /// <param name="board">The instrument.</param>
    /// <param name="line">Its side of the line; disposed with the server.</param>
    /// <param name="faults">What goes wrong with lines (tokens) and answers; nothing where absent.</param>
    public InstrumentServer(IEmulatedInstrument board, ITransport line, FaultOptions? faults = null)
    {
        (_board, _line, _faults) = (board, line, new LineFaults(faults ?? new FaultOptions()));
        _thread = new Thread(Serve) { IsBackground = true, Name = $"emulates {line.Name}" };
        _thread.Start();
    }

    /// <summary>Lines and answers that were damaged, lost, repeated or delayed.</summary>
    public int Faults => _faults.Count;

    /// <summary>Called with every line before the instrument gets it; disposing the server in it loses the line.</summary>
    public Action<string>? Arriving { get; set; }

    /// <summary>Called with every line that was answered, before the answer leaves.</summary>
    public Action<string>? Answering { get; set; }

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
                foreach (var value in buffer.AsSpan(0, _line.Read(buffer, Turn)).ToArray()) Take(value);
        }
        catch (TransportException)
        {
            // The host is gone: so is the line, and the instrument goes on by itself.
        }
    }

    private void Take(byte value)
    {
        if (value is not ((byte)'\n' or (byte)'\r'))
        {
            _text.Add(value);
            return;
        }

        if (_text.Count == 0) return;
        byte[] whole = [.. _text];
        _text.Clear();
        foreach (var (bytes, wait) in _faults.Pass(whole, isReply: false))
        {
            Pause(wait);
            Answer(Encoding.Latin1.GetString(bytes));
        }
    }

    private void Answer(string line)
    {
        Arriving?.Invoke(line);
        if (_stopped) return;
        var answer = _board.Accept(line);
        if (answer.Length == 0) return;
        Answering?.Invoke(line);
        if (_stopped) return;
        foreach (var (bytes, wait) in _faults.Pass(answer, isReply: true))
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
