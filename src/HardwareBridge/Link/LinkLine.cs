using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Frames over a port that may be lost and found again. Used by one thread at a time, but for Abort.</summary>
/// <param name="open">Opens the port.</param>
/// <param name="timing">How long to wait.</param>
/// <param name="time">The clock.</param>
internal sealed class LinkLine(Func<ITransport> open, LinkTiming timing, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(100);

    private readonly byte[] _buffer = new byte[4096];
    private readonly Queue<LinkFrame> _frames = new();
    private FrameReader _reader = new();
    private ITransport? _transport;

    // Begins anywhere: an answer to another program's question may still lie in the port.
    private ushort _tag = (ushort)time.GetTimestamp();

    /// <summary>The port, as messages name it.</summary>
    public string Name => _transport?.Name ?? "the port";

    /// <summary>What happened on the line.</summary>
    public LinkCounts Counts { get; } = new();

    /// <summary>Opens the port and asks the board who it is.</summary>
    /// <param name="patience">How long the port may be missing.</param>
    /// <exception cref="TransportException">The port cannot be opened, or nobody answers.</exception>
    public (HelloReply Hello, ushort Nonce) Open(TimeSpan patience)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                Close();
                _transport = open();
                return Greet();
            }
            catch (TransportException) when (time.GetElapsedTime(started) < patience)
            {
                Pause(Retry);
            }
        }
    }

    /// <summary>Sends a frame; what came before it is no answer to it.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        _frames.Clear();
        Transport().Write(bytes);
    }

    /// <summary>Waits for a frame.</summary>
    /// <param name="patience">How long.</param>
    /// <returns>The next frame; null where none came in time.</returns>
    public LinkFrame? Receive(TimeSpan patience)
    {
        var started = time.GetTimestamp();
        while (_frames.Count == 0)
        {
            var left = patience - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero) return null;
            var count = Transport().Read(_buffer, left);
            foreach (var frame in _reader.Accept(_buffer.AsSpan(0, count))) _frames.Enqueue(frame);
            Counts.Damaged += _reader.TakeBad();
        }

        return _frames.Dequeue();
    }

    /// <summary>A number for a command that is not numbered, so that its answer is known from an older one's.</summary>
    public ushort Tag() => ++_tag;

    /// <summary>Sends the bytes that act in the middle of whatever the board does. From any thread.</summary>
    public void Abort() => _transport?.Write(new byte[LinkProtocol.AbortDelimiters]);

    /// <inheritdoc/>
    public void Dispose() => Close();

    /// <summary>Waits.</summary>
    public void Pause(TimeSpan delay) => Task.Delay(delay, time).Wait();

    private (HelloReply Hello, ushort Nonce) Greet()
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < timing.BootPatience)
        {
            var request = new LinkFrame((byte)MessageType.Hello, 0, Tag(), ReadOnlyMemory<byte>.Empty);
            var bytes = request.Encode();
            Send(bytes);
            for (var frame = Receive(Patience(bytes)); frame is not null; frame = Receive(Patience(bytes)))
                if (frame.IsReplyTo(request) && LinkPayload.Decode<HelloReply>(frame.Payload.Span) is { } hello)
                    return (hello, frame.Nonce);
        }

        throw new TransportException(Name, FormattableString.Invariant(
            $"no board answers hello within {timing.BootPatience.TotalSeconds:0.#} s: is baud right, and the firmware ours?"));
    }

    private TimeSpan Patience(byte[] bytes) => timing.ReplyPatience + timing.OnTheLine(bytes.Length);

    private ITransport Transport() => _transport ?? throw new TransportException("the port", "is not open");

    private void Close()
    {
        _transport?.Dispose();
        _transport = null;
        _reader = new FrameReader();
        _frames.Clear();
    }
}
