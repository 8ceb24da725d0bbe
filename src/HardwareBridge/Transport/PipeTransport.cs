namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>One end of a line in memory. Disposing one end is what pulling the cable is: both ends are lost.</summary>
public sealed class PipeTransport : ITransport
{
    private readonly ByteQueue _incoming;
    private readonly ByteQueue _outgoing;

    private PipeTransport(string name, ByteQueue incoming, ByteQueue outgoing) =>
        (Name, _incoming, _outgoing) = (name, incoming, outgoing);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Makes a line.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <returns>Its two ends.</returns>
    public static (PipeTransport Host, PipeTransport Board) Pair(string name = "memory")
    {
        var (there, back) = (new ByteQueue(), new ByteQueue());
        return (new PipeTransport(name, back, there), new PipeTransport(name, there, back));
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_outgoing.Fault is { } fault) throw new TransportException(Name, "the line was cut", fault);
        _outgoing.Add(bytes);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan timeout) => _incoming.Take(buffer, timeout);

    /// <inheritdoc/>
    public void Dispose()
    {
        var fault = new TransportException(Name, "the line was cut");
        _incoming.Fail(fault);
        _outgoing.Fail(fault);
    }
}
