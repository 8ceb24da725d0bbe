using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>What a journal needs before an instrument is used: instruments remember nothing, so it is the only witness.</summary>
internal static class InstrumentJournal
{
    /// <summary>Settles the command without an outcome, if any, and begins a session.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="port">The port.</param>
    /// <param name="board">The board.</param>
    /// <returns>What became of the command.</returns>
    /// <exception cref="BoardException">The journal is another board's: CBS1308.</exception>
    public static ResumeVerdict Begin(PulseJournal journal, string port, BoardIdentity board)
    {
        var last = journal.State.Session;
        if (last is not null && !IsSame(last.Board, board)) throw new BoardException("CBS1308", FormattableString.Invariant(
            $"the journal is that of {last.Board.Name} {last.Board.Serial} with {last.Board.Rows} x {last.Board.Columns} lines, ")
            + FormattableString.Invariant(
                $"and this is {board.Name} {board.Serial} with {board.Rows} x {board.Columns}: give each its own"));
        var verdict = ResumeVerdict.Nothing;
        if (journal.State.Outstanding is { } intent)
        {
            journal.Append(new OutcomeRecord(intent.Nonce, intent.Sequence, OutcomeResult.Uncertain, default, default));
            verdict = ResumeVerdict.Uncertain;
        }

        var session = (last?.Session ?? 0) + 1;
        journal.Append(new SessionRecord(session, port, board, (ushort)session, 0, default));
        return verdict;
    }

    private static bool IsSame(BoardIdentity one, BoardIdentity other) =>
        (one.Name, one.Serial, one.Rows, one.Columns) == (other.Name, other.Serial, other.Rows, other.Columns);
}
