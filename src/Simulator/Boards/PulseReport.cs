using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary>What pulses did: read before and after, of few cells; the counts of the journal, of all.</summary>
internal sealed class PulseReport
{
    private const int MostRead = 64;

    private readonly IDrivenBoard _board;
    private readonly PulseJournal _journal;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly Dictionary<Cell, CellAccount> _accounts;
    private readonly IReadOnlyList<double> _before;

    /// <summary>Looks before the pulses.</summary>
    /// <param name="board">The board.</param>
    /// <param name="journal">Its journal.</param>
    /// <param name="pulses">What will be fired.</param>
    public PulseReport(IDrivenBoard board, PulseJournal journal, IEnumerable<CellPulse> pulses)
    {
        (_board, _journal) = (board, journal);
        _cells = [.. pulses.Select(pulse => pulse.Cell).Distinct()];
        _accounts = _cells.ToDictionary(cell => cell, cell => journal.State.Ledger[cell]);
        _before = Read();
    }

    /// <summary>Looks again and tells the difference.</summary>
    /// <param name="json">As JSON.</param>
    public void Print(bool json)
    {
        var after = Read();
        var rows = _cells.Select((cell, k) => (cell.Row, cell.Column, Fired: Fired(cell),
            Before: After(_before, k), After: After(after, k))).ToList();
        var total = new BoardTotals(rows.Sum(row => row.Fired.Up), rows.Sum(row => row.Fired.Down));
        if (json)
            JsonText.Print(new
            {
                total.Up,
                total.Down,
                Cells = rows.Select(row => new
                {
                    row.Row,
                    row.Column,
                    row.Fired.Up,
                    row.Fired.Down,
                    BeforeSiemens = row.Before,
                    AfterSiemens = row.After,
                }),
                DoubtfulCells = _journal.State.Ledger.Uncertain,
            });
        else
        {
            if (rows.Count is > 0 and <= MostRead)
                TextTable.Print(Console.Out, ["row", "column", "fired", "before", "after"], rows.Select(row => new[]
                {
                    row.Row.ToString(CultureInfo.InvariantCulture), row.Column.ToString(CultureInfo.InvariantCulture),
                    row.Fired.ToString(), BoardRun.Siemens(row.Before), BoardRun.Siemens(row.After),
                }));
            Console.Out.WriteLine(FormattableString.Invariant($"fired {total} at {rows.Count} cells"));
        }
    }

    private BoardTotals Fired(Cell cell)
    {
        var (then, now) = (_accounts[cell], _journal.State.Ledger[cell]);
        return new BoardTotals(now.Up - then.Up, now.Down - then.Down);
    }

    // A board that was stopped is only grounded, not lost: it can still be read.
    private List<double> Read() => _cells.Count > MostRead || !_cells.All(IsThere)
        ? []
        : [.. _cells.Select(cell => _board.Read(new CellBlock(cell.Row, cell.Column, 1, 1))[0].Conductance)];

    private bool IsThere(Cell cell) => cell.Row < _board.Identity.Rows && cell.Column < _board.Identity.Columns;

    private static double After(IReadOnlyList<double> readings, int k) => readings.Count == 0 ? double.NaN : readings[k];
}
