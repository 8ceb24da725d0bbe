using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// Brings a journal and a board to agree before anything else is sent. The board is the witness: in the same boot it
/// knows its last command, and answers that number again without doing it; after another boot nobody knows, and at most
/// the one command under way is in doubt.
/// </summary>
/// <param name="session">A greeted board; nothing numbered was sent yet.</param>
/// <param name="journal">The journal.</param>
internal sealed class LinkReconciler(LinkSession session, PulseJournal journal)
{
    /// <summary>Finds out about the command without an outcome, and compares the totals.</summary>
    /// <exception cref="BoardException">Journal and board contradict each other: CBS1308.</exception>
    public ResumeVerdict Run()
    {
        var verdict = journal.State.Outstanding is { } intent ? Settle(intent) : ResumeVerdict.Nothing;
        CompareTotals();
        return verdict;
    }

    private ResumeVerdict Settle(IntentRecord intent)
    {
        if (intent.Nonce != session.Nonce) return Conclude(intent, OutcomeResult.Uncertain, ResumeVerdict.Uncertain);
        if (session.LastSequence == intent.Sequence) return Replay(intent);
        if (LinkProtocol.After(session.LastSequence) == intent.Sequence)
            return Conclude(intent, OutcomeResult.NotDone, ResumeVerdict.NotDone);
        throw Contradiction(FormattableString.Invariant(
            $"the board's last command is {session.LastSequence}, the journal's {intent.Sequence}"));
    }

    private ResumeVerdict Replay(IntentRecord intent)
    {
        var type = intent.Command switch
        {
            PulseCommand.List => MessageType.PulseList,
            PulseCommand.Block => MessageType.SignBlock,
            PulseCommand.Program => MessageType.Program,
            _ => MessageType.Form,
        };
        var answer = session.Perform(new LinkFrame((byte)type, intent.Nonce, intent.Sequence, ReadOnlyMemory<byte>.Empty));
        journal.Append(LinkOutcomes.Read(session, intent, type, answer));
        return ResumeVerdict.Done;
    }

    private ResumeVerdict Conclude(IntentRecord intent, OutcomeResult result, ResumeVerdict verdict)
    {
        journal.Append(new OutcomeRecord(intent.Nonce, intent.Sequence, result, default, default));
        return verdict;
    }

    // Pulses that this journal does not know came from another program: the budgets of the cells would be wrong.
    private void CompareTotals()
    {
        var board = new BoardTotals(session.Hello.UpTotal, session.Hello.DownTotal);
        var last = journal.State.Session;
        var known = last is not null && last.Nonce == session.Nonce && last.Board.Serial == session.Hello.Serial
            ? journal.State.Board
            : default;
        if (board != known)
            throw Contradiction($"the board has fired {board} since its boot, the journal knows of {known}");
    }

    private static BoardException Contradiction(string what) => new("CBS1308",
        $"journal and board disagree: {what}; was "
        + "another program or journal used? Switch the board off and on once you know why");
}
