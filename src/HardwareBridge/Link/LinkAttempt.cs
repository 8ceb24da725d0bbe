using System.Globalization;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>One command on its way, through retries, beats, refusals and lost ports.</summary>
internal sealed class LinkAttempt(LinkSession session, LinkLine line, LinkFrame frame, LinkTiming timing, TimeProvider time)
{
    // A slow line that is asked ever faster only gets slower.
    private const int PatientAfter = 4;

    private static readonly TimeSpan BusyPatience = TimeSpan.FromMilliseconds(3 * LinkProtocol.BusyMilliseconds);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly byte[] _bytes = frame.Encode();
    private readonly long _started = time.GetTimestamp();
    private int _attempts;

    /// <summary>Sends the same bytes until there is an answer.</summary>
    public ReadOnlyMemory<byte> Run(TimeSpan execution)
    {
        var patience = timing.ReplyPatience + timing.OnTheLine(_bytes.Length) + execution;
        while (_attempts < timing.Attempts)
        {
            _attempts++;
            if (TryOnce(patience * (1 + _attempts / PatientAfter)) is not { } answer)
            {
                session.Counts.Resent++;
            }
            else if (answer.Type != LinkProtocol.Nak)
            {
                session.Counts.Waited += time.GetElapsedTime(_started);
                return answer.Payload;
            }
            else
            {
                Heed(answer);
            }
        }

        throw Lost("no answer", null);
    }

    private LinkFrame? TryOnce(TimeSpan patience)
    {
        try
        {
            line.Send(_bytes);
            return Await(patience);
        }
        catch (TransportException cause)
        {
            Recover(cause);
            return null;
        }
    }

    private LinkFrame? Await(TimeSpan patience)
    {
        var started = time.GetTimestamp();
        while (line.Receive(patience - time.GetElapsedTime(started)) is { } answer)
        {
            if (answer.IsReplyTo(frame)) return answer;
            if (answer.Sequence != frame.Sequence) continue;
            if (answer.Type == LinkProtocol.Nak) return answer;
            if (answer.Type == LinkProtocol.Busy) patience = time.GetElapsedTime(started) + BusyPatience;
        }

        return null;
    }

    // The same boot knows whether it did the command, so the same bytes are safe; another one does not.
    private void Recover(TransportException cause)
    {
        if (timing.ReconnectPatience == TimeSpan.Zero) throw Lost(cause.Message, cause);
        try
        {
            if (!session.Reconnect()) throw Rebooted();
        }
        catch (TransportException again)
        {
            throw Lost(again.Message, again);
        }
    }

    private void Heed(LinkFrame answer)
    {
        var nak = LinkPayload.Decode<NakReply>(answer.Payload.Span);
        var (reason, value) = ((NakReason)(nak?.Reason ?? 0), nak?.Value ?? 0);
        if (reason == NakReason.Session) throw Rebooted();
        if (reason is not (NakReason.Rate or NakReason.ReadRate or NakReason.Busy))
        {
            session.Settle();
            throw new BoardRefusedException(reason, value, FormattableString.Invariant(
                $"{line.Name}: the board refuses {Command}: {reason} ({value}); nothing was fired"));
        }

        // Being told to wait is an answer, so it is no failed attempt; but nobody waits for ever.
        if (time.GetElapsedTime(_started) > LongestWait) throw Lost($"it only says {reason}", null);
        _attempts--;
        line.Pause(TimeSpan.FromMilliseconds(Math.Clamp(value, 1, 60_000)));
    }

    private string Command => FormattableString.Invariant($"{(MessageType)frame.Type} (number {frame.Sequence})");

    private BoardRebootedException Rebooted() => new(
        $"{line.Name}: the board started anew while {Command} was under way; it is not sent again");

    private BoardException Lost(string why, Exception? cause) => new("CBS1303", string.Create(
        CultureInfo.InvariantCulture, $"{line.Name}: {Command} is in doubt after {_attempts} of {timing.Attempts} attempts "
        + $"and {time.GetElapsedTime(_started).TotalMilliseconds:0} ms: {why}; sent {LinkSession.Hex(_bytes)}"), cause);
}
