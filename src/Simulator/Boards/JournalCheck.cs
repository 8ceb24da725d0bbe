using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Simulator.Boards;

/// <summary>A journal against what its board counts itself.</summary>
internal static class JournalCheck
{
    /// <summary>Compares totals since boot, and those of every cell where the board knows them.</summary>
    /// <param name="board">The board.</param>
    /// <param name="file">The journal.</param>
    /// <param name="json">As JSON.</param>
    public static int Run(BoardReference board, string file, bool json) => BoardRun.With(board, (open, _) =>
    {
        // Connecting has compared the totals already, and would have refused.
        var identity = open.Board.Identity;
        var knowsCells = identity.Can(BoardCapabilities.CellTotals);
        var all = new CellBlock(0, 0, identity.Rows, identity.Columns);
        var wrong = knowsCells ? Differences(open.Link.CellTotals(all), file) : [];
        var uncertain = open.Journal.State.Ledger.Uncertain;
        if (json)
            JsonText.Print(new { open.Board.Totals, ComparesCells = knowsCells, Differences = wrong, DoubtfulCells = uncertain });
        else
        {
            Console.Out.WriteLine($"journal and board agree on {open.Board.Totals} since the board's boot");
            Console.Out.WriteLine(knowsCells
                ? FormattableString.Invariant($"{identity.Rows * identity.Columns} cells compared, {wrong.Count} differ")
                : "the board does not tell the pulses of single cells");
            if (uncertain.Count > 0) Console.Out.WriteLine($"in doubt: {string.Join("; ", uncertain)}");
        }

        return wrong.Count == 0 ? ExitCodes.Ok : throw new BoardException("CBS1308",
            $"journal and board disagree about {wrong.Count} cells: {string.Join("; ", wrong.Take(10))}");
    });

    private static List<string> Differences(IReadOnlyList<(Cell Cell, BoardTotals Totals)> board, string file)
    {
        var records = JournalContents.Read(file).Records;
        var boot = records.OfType<SessionRecord>().Last().Nonce;
        var entries = JournalEntry.Of(records);
        var now = entries.Count == 0 ? 0 : entries[^1].Boot;
        var mine = entries.Where(entry => entry.Boot == now && entry.Intent.Nonce == boot).SelectMany(entry => entry.Fired)
            .GroupBy(fired => fired.Cell)
            .ToDictionary(group => group.Key, group => new BoardTotals(group.Sum(f => f.Up), group.Sum(f => f.Down)));
        return [.. board.Where(cell => cell.Totals != mine.GetValueOrDefault(cell.Cell))
            .Select(cell => $"{cell.Cell} board {cell.Totals}, journal {mine.GetValueOrDefault(cell.Cell)}")];
    }
}
