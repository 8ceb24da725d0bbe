using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Acknowledgements of pulse commands as records of the journal.</summary>
internal static class LinkOutcomes
{
    /// <summary>Reads the acknowledgement of a command.</summary>
    /// <param name="session">For messages.</param>
    /// <param name="intent">The command as it was written down.</param>
    /// <param name="type">Its message.</param>
    /// <param name="answer">The payload.</param>
    public static OutcomeRecord Read(LinkSession session, IntentRecord intent, MessageType type, ReadOnlyMemory<byte> answer) =>
        type switch
        {
            MessageType.Program => Of(intent, session.Read<ProgramReply>(type, answer)),
            MessageType.Form => Of(intent, session.Read<FormReply>(type, answer)),
            _ => Of(intent, session.Read<FiredReply>(type, answer)),
        };

    private static OutcomeRecord Of(IntentRecord intent, FiredReply reply) =>
        Done(intent, new PulseOutcome(reply.Up, reply.Down, (PulseStop)reply.Stop), reply.UpTotal, reply.DownTotal);

    private static OutcomeRecord Of(IntentRecord intent, FormReply reply)
    {
        var isUp = intent.Waveform.UpVoltage > 0;
        return Done(intent, new PulseOutcome(isUp ? reply.Pulses : 0, isUp ? 0 : reply.Pulses, (PulseStop)reply.Stop),
            reply.UpTotal, reply.DownTotal);
    }

    private static OutcomeRecord Of(IntentRecord intent, ProgramReply reply)
    {
        var fired = new PulseOutcome(
            reply.Cells.Sum(cell => cell.Up), reply.Cells.Sum(cell => cell.Down), (PulseStop)reply.Stop);
        return Done(intent, fired, reply.UpTotal, reply.DownTotal) with
        {
            Cells = [.. reply.Cells.Select(cell => new int[] { cell.Up, cell.Down })],
        };
    }

    private static OutcomeRecord Done(IntentRecord intent, PulseOutcome fired, uint up, uint down) =>
        new(intent.Nonce, intent.Sequence, OutcomeResult.Done, fired, new BoardTotals(up, down));
}
