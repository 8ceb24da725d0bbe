using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Puts something emulated behind a port, on a thread of its own. Disposing is pulling the cable.</summary>
public abstract class LineServer : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private readonly ITransport _line;
    private readonly LineFaults _faults;
    private readonly Thread _thread;

    /// <summary>Prepares a server; <see cref="Start"/> is for the end of the heir's constructor.</summary>
    /// <param name="line">Its side of the line; disposed with the server.</param>
    /// <param name="faults">What goes wrong on the line; nothing where absent.</param>
    private protected LineServer(ITransport line, FaultOptions? faults)
    {
        (_line, _faults) = (line, new LineFaults(faults ?? new FaultOptions()));
        _thread = new Thread(Serve) { IsBackground = true, Name = $"emulates {line.Name}" };
    }

    /// <summary>Messages that the line damaged, lost, repeated or delayed.</summary>
    public int Faults => _faults.Count;

    /// <summary>Whether the cable was pulled.</summary>
    private protected volatile bool Stopped;

    /// <inheritdoc/>
    public void Dispose()
    {
        Stopped = true;
        _line.Dispose();
        if (Thread.CurrentThread != _thread) _thread.Join();
        GC.SuppressFinalize(this);
    }

    private protected void Start() => _thread.Start();

    /// <summary>Takes a byte of the host.</summary>
    private protected abstract void Take(byte value);

    /// <summary>Called between bytes, also where none come.</summary>
    private protected virtual void Tick()
    {
    }

    /// <summary>What the line makes of a message of the host: none, one or several, each after its delay.</summary>
    private protected IEnumerable<byte[]> Received(byte[] message) => Passed(message, isReply: false);

    /// <summary>Sends an answer, as the line lets it through.</summary>
    private protected void Reply(byte[] answer)
    {
        foreach (var bytes in Passed(answer, isReply: true)) _line.Write(bytes);
    }

    /// <summary>Sends bytes that no fault is drawn for.</summary>
    private protected void Send(byte[] bytes) => _line.Write(bytes);

    /// <summary>Waits.</summary>
    private protected static void Pause(TimeSpan time)
    {
        if (time > TimeSpan.Zero) Task.Delay(time).Wait();
    }

    private IEnumerable<byte[]> Passed(byte[] message, bool isReply)
    {
        foreach (var (bytes, wait) in _faults.Pass(message, isReply))
        {
            Pause(wait);
            yield return bytes;
        }
    }

    private void Serve()
    {
        var buffer = new byte[4096];
        try
        {
            while (!Stopped)
            {
                var count = _line.Read(buffer, Turn);
                for (var i = 0; i < count; i++) Take(buffer[i]);
                Tick();
            }
        }
        catch (TransportException)
        {
            // The host is gone: so is the line, and what is emulated goes on by itself.
        }
    }
}
