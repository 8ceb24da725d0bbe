using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// Numbered commands to one board, each done exactly once: a command that is not answered is sent again as the same bytes
/// under the same number, and the board answers a number that it did before without doing it again. A lost port is
/// reopened; a board that started anew in between is never sent the old command.
/// </summary>
public sealed class LinkSession : IDisposable
{
    private const int GroundingAttempts = 3;

    private readonly LinkLine _line;
    private readonly LinkTiming _timing;
    private readonly LinkTiming _leaving;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private ITimer? _heart;
    private long _lastAnswer;

    /// <summary>Prepares a session; nothing is opened yet.</summary>
    /// <param name="open">Opens the port.</param>
    /// <param name="timing">How long to wait.</param>
    /// <param name="time">The clock.</param>
    public LinkSession(Func<ITransport> open, LinkTiming timing, TimeProvider time)
    {
        (_timing, _time) = (timing, time);
        _leaving = timing with { Attempts = 2, ReconnectPatience = TimeSpan.Zero };
        _line = new LinkLine(open, timing, time);
    }

    /// <summary>What the board said when it was greeted last.</summary>
    public HelloReply Hello { get; private set; } = null!;

    /// <summary>The nonce of the board's boot.</summary>
    public ushort Nonce { get; private set; }

    /// <summary>The last command that was done.</summary>
    public ushort LastSequence { get; private set; }

    /// <summary>What happened on the line.</summary>
    public LinkCounts Counts => _line.Counts;

    /// <summary>Opens the port and greets the board.</summary>
    /// <exception cref="BoardException">The port cannot be opened, or nobody answers: CBS1301.</exception>
    public void Connect()
    {
        try
        {
            (Hello, Nonce) = _line.Open(TimeSpan.Zero);
            LastSequence = Hello.LastSeq;
            _lastAnswer = _time.GetTimestamp();
        }
        catch (TransportException cause)
        {
            throw new BoardException("CBS1301", cause.Message, cause);
        }
    }

    /// <summary>The frame of a command that comes next. It is not sent.</summary>
    public LinkFrame Next<T>(MessageType type, T message)
        where T : class, ILinkMessage<T> => Next(type, LinkPayload.Encode(message));

    /// <summary>The frame of a command that comes next. It is not sent.</summary>
    public LinkFrame Next(MessageType type, byte[] payload) =>
        new((byte)type, Nonce, LinkProtocol.After(LastSequence), payload);

    /// <summary>Sends a command and reads its answer.</summary>
    public TReply Ask<TRequest, TReply>(MessageType type, TRequest message, TimeSpan execution = default)
        where TRequest : class, ILinkMessage<TRequest>
        where TReply : class, ILinkMessage<TReply> =>
        Read<TReply>(type, Perform(Next(type, message), execution));

    /// <summary>Reads an answer.</summary>
    /// <exception cref="BoardException">It has a wrong size: CBS1307.</exception>
    public TReply Read<TReply>(MessageType type, ReadOnlyMemory<byte> payload)
        where TReply : class, ILinkMessage<TReply> =>
        LinkPayload.Decode<TReply>(payload.Span) ?? throw new BoardException("CBS1307", FormattableString.Invariant(
            $"{_line.Name}: the answer to {type} has {payload.Length} bytes, which it cannot have: {Hex(payload.Span)}"));

    /// <summary>Sends a frame until it is answered.</summary>
    /// <param name="frame">A frame of <see cref="Next{T}"/>, or an older one to have its answer again.</param>
    /// <param name="execution">How long the board needs for the command itself.</param>
    /// <returns>The payload of the acknowledgement.</returns>
    /// <exception cref="BoardRefusedException">The board refused it; the number is free for another command.</exception>
    /// <exception cref="BoardRebootedException">The board started anew in between.</exception>
    /// <exception cref="BoardException">The board was lost: CBS1303. Nobody knows whether it did the command.</exception>
    public ReadOnlyMemory<byte> Perform(LinkFrame frame, TimeSpan execution = default)
    {
        lock (_gate)
        {
            var answer = new LinkAttempt(this, _line, frame, _timing, _time).Run(execution);
            (_lastAnswer, Counts.Commands) = (_time.GetTimestamp(), Counts.Commands + 1);
            if (frame.Type != (byte)MessageType.Status) LastSequence = frame.Sequence;
            return answer;
        }
    }

    /// <summary>Asks how the board stands.</summary>
    public StatusReply Status()
    {
        return Read<StatusReply>(MessageType.Status, Perform(StatusFrame()));
    }

    /// <summary>Feeds the board's watchdog whenever nothing else was sent for so long.</summary>
    /// <param name="period">At most half of the watchdog's.</param>
    public void StartHeartbeat(TimeSpan period)
    {
        StopHeartbeat();
        _heart = _time.CreateTimer(_ => Beat(period), null, period / 2, period / 2);
    }

    /// <summary>Lets the watchdog be.</summary>
    public void StopHeartbeat()
    {
        _heart?.Dispose();
        _heart = null;
    }

    /// <summary>Ends the pulse under way, grounds the lines and disarms. From any thread; no answer is awaited.</summary>
    public void Abort() => _line.Abort();

    /// <summary>Grounds the lines and makes sure that they are, without looking for a port that is lost.</summary>
    /// <returns>Whether the board says that it is disarmed; else its watchdog grounds it, which nothing feeds any more.</returns>
    public bool Ground()
    {
        StopHeartbeat();
        lock (_gate)
            for (var k = 0; k < GroundingAttempts; k++)
            {
                try
                {
                    Abort();
                    var frame = StatusFrame();
                    var answer = new LinkAttempt(this, _line, frame, _leaving, _time).Run(TimeSpan.Zero);
                    if (LinkPayload.Decode<StatusReply>(answer.Span) is { Armed: 0 }) return true;
                }
                catch (Exception cause) when (cause is BoardException or TransportException)
                {
                    if (cause is BoardRebootedException) return true;
                }
            }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        StopHeartbeat();
        _line.Dispose();
    }

    /// <summary>Finds a lost port again.</summary>
    /// <returns>Whether the board is still in the same boot.</returns>
    internal bool Reconnect()
    {
        var (hello, nonce) = _line.Open(_timing.ReconnectPatience);
        Counts.Reconnected++;
        (Hello, var same) = (hello, nonce == Nonce);
        return same;
    }

    /// <summary>
    /// Waits until everything that was sent before is answered. The number of a refused command is given to the next one;
    /// a second copy of the refusal, still on its way, must not be taken for that one's. Lines keep their order, so what
    /// comes before the answer to this question belongs to the past.
    /// </summary>
    internal void Settle() => new LinkAttempt(this, _line, StatusFrame(), _timing, _time).Run(TimeSpan.Zero);

    /// <summary>Bytes as messages show them.</summary>
    internal static string Hex(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= 32 ? Convert.ToHexString(bytes) : $"{Convert.ToHexString(bytes[..32])}...";

    // A refusal names no type: the tag must not be the number of a command.
    private LinkFrame StatusFrame()
    {
        var tag = _line.Tag();
        if (tag == LinkProtocol.After(LastSequence)) tag = _line.Tag();
        return new LinkFrame((byte)MessageType.Status, Nonce, tag, ReadOnlyMemory<byte>.Empty);
    }

    // Skipped while a command is under way. A failure is left to the next command, which reports it with its own name.
    private void Beat(TimeSpan period)
    {
        if (!_gate.TryEnter()) return;
        try
        {
            if (_time.GetElapsedTime(_lastAnswer) >= period / 2) Status();
        }
        catch (Exception cause) when (cause is BoardException or TransportException)
        {
            StopHeartbeat();
        }
        finally
        {
            _gate.Exit();
        }
    }
}
