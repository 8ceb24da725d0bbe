namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>Bytes on their way from one thread to another. Mutable; safe from any thread.</summary>
internal sealed class ByteQueue
{
    private readonly object _gate = new();
    private readonly Queue<byte> _bytes = new();
    private TransportException? _fault;

    /// <summary>Why no more will come, if so.</summary>
    public TransportException? Fault
    {
        get { lock (_gate) return _fault; }
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            foreach (var value in bytes) _bytes.Enqueue(value);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Says that no more will come. The first reason stays.</summary>
    public void Fail(TransportException fault)
    {
        lock (_gate)
        {
            _fault ??= fault;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Takes what is there; what came before a fault is still handed out.</summary>
    public int Take(Span<byte> buffer, TimeSpan timeout)
    {
        lock (_gate)
        {
            if (_bytes.Count == 0 && _fault is null && timeout > TimeSpan.Zero) Monitor.Wait(_gate, timeout);
            if (_bytes.Count == 0 && _fault is not null) throw new TransportException(_fault.Port, Reason(_fault), _fault);
            var count = Math.Min(buffer.Length, _bytes.Count);
            for (var k = 0; k < count; k++) buffer[k] = _bytes.Dequeue();
            return count;
        }
    }

    private static string Reason(TransportException fault) => fault.Message[(fault.Port.Length + 2)..];
}
