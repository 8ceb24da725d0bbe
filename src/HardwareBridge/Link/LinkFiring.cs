using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// The one way by which a command that fires pulses goes out: paced, written down, sent until answered, written down.
/// </summary>
/// <param name="session">The board.</param>
/// <param name="journal">Where it is written down.</param>
/// <param name="pacer">Pulses a second.</param>
/// <param name="arming">Arms again where only the watchdog had disarmed.</param>
internal sealed class LinkFiring(LinkSession session, PulseJournal journal, RatePacer pacer, LinkArming arming)
{
    /// <summary>Fires a batch.</summary>
    public OutcomeRecord Fire(LinkBatch batch, LinkWaveform waveform, CancellationToken cancellation) => Fire(
        batch.Type, batch.Payload, waveform.Longest * batch.Count, frame => batch.Intent(frame, waveform.Record), cancellation);

    /// <summary>Sends a command that fires pulses.</summary>
    /// <param name="type">Its message.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="execution">How long the board needs.</param>
    /// <param name="intend">What the journal says before.</param>
    /// <param name="cancellation">Looked at before anything is sent.</param>
    /// <param name="read">Given the acknowledgement, where it says more than the journal keeps.</param>
    public OutcomeRecord Fire(
        MessageType type, byte[] payload, TimeSpan execution, Func<LinkFrame, IntentRecord> intend,
        CancellationToken cancellation, Action<ReadOnlyMemory<byte>>? read = null)
    {
        pacer.Wait(cancellation);
        cancellation.ThrowIfCancellationRequested();
        while (true)
        {
            var intent = intend(session.Next(type, payload));
            try
            {
                return Send(type, payload, execution, intent, read);
            }
            catch (BoardRefusedException refused)
            {
                journal.Append(new OutcomeRecord(intent.Nonce, intent.Sequence, OutcomeResult.NotDone, default, default));
                if (refused.Reason != NakReason.NotArmed || !arming.TryAgain()) throw;
            }
        }
    }

    private OutcomeRecord Send(
        MessageType type, byte[] payload, TimeSpan execution, IntentRecord intent, Action<ReadOnlyMemory<byte>>? read)
    {
        var frame = session.Next(type, payload);
        journal.Append(intent);
        var before = journal.State.Board;
        var answer = session.Perform(frame, execution);
        var outcome = LinkOutcomes.Read(session, intent, type, answer);
        journal.Append(outcome);
        read?.Invoke(answer);
        pacer.Spend(outcome.Fired.Total);
        var expected = new BoardTotals(before.Up + outcome.Fired.Up, before.Down + outcome.Fired.Down);
        return outcome.Totals == expected ? outcome : throw new BoardException("CBS1308",
            $"the board's totals are {outcome.Totals} after a command, the journal's {expected}: nothing more is fired");
    }
}
