namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Finds frames in a stream of bytes, whatever noise stands between them. Mutable.</summary>
public sealed class FrameReader
{
    private readonly byte[] _pending = new byte[LinkProtocol.MostEncoded];
    private int _length;

    private int _bad;

    /// <summary>How much was thrown away since the last call because it was no valid frame.</summary>
    public int TakeBad() => Interlocked.Exchange(ref _bad, 0);

    /// <summary>Takes more bytes.</summary>
    /// <param name="bytes">As they came.</param>
    /// <returns>The frames that they complete, in order.</returns>
    public List<LinkFrame> Accept(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<LinkFrame>();
        foreach (var value in bytes)
            if (value != LinkProtocol.Delimiter) Keep(value);
            else if (Finish() is { } frame) frames.Add(frame);
        return frames;
    }

    // What is too long for any frame is counted up to one beyond the end, and so refused as a whole.
    private void Keep(byte value)
    {
        if (_length < _pending.Length) _pending[_length] = value;
        _length = Math.Min(_length + 1, _pending.Length + 1);
    }

    private LinkFrame? Finish()
    {
        var length = _length;
        _length = 0;
        if (length == 0) return null;
        var frame = length > _pending.Length ? null : LinkFrame.Decode(_pending.AsSpan(0, length));
        if (frame is null) _bad++;
        return frame;
    }
}
