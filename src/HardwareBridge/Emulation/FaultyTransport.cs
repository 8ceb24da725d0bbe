using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>A line made bad on the host's side, for boards whose own line cannot be: real ones, and firmware in simavr.</summary>
/// <param name="inner">The line; disposed with this one.</param>
/// <param name="options">What goes wrong.</param>
public sealed class FaultyTransport(ITransport inner, FaultOptions options) : ITransport
{
    private readonly LineFaults _faults = new(options);
    private readonly Queue<byte> _ready = new();
    private readonly List<byte> _frame = [];

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <summary>Frames that suffered anything.</summary>
    public int Faults => _faults.Count;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var (piece, _) in _faults.Pass(bytes.ToArray(), isReply: false)) inner.Write(piece);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (_ready.Count == 0)
        {
            var count = inner.Read(buffer, timeout);
            foreach (var value in buffer[..count]) Take(value);
        }

        var taken = Math.Min(buffer.Length, _ready.Count);
        for (var k = 0; k < taken; k++) buffer[k] = _ready.Dequeue();
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private void Take(byte value)
    {
        _frame.Add(value);
        if (value != LinkProtocol.Delimiter) return;
        foreach (var (piece, _) in _faults.Pass([.. _frame], isReply: true))
            foreach (var each in piece) _ready.Enqueue(each);
        _frame.Clear();
    }
}
