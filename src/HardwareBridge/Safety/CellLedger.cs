using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>The accounts of all cells of an array. Mutable; a cell that nothing happened to has an empty account.</summary>
public sealed class CellLedger
{
    private readonly Dictionary<Cell, CellAccount> _accounts = [];

    /// <summary>The account of a cell.</summary>
    public CellAccount this[Cell cell]
    {
        get => _accounts.GetValueOrDefault(cell);
        internal set => _accounts[cell] = value;
    }

    /// <summary>Cells that something happened to, row by row.</summary>
    public IEnumerable<Cell> Cells => _accounts.Keys.OrderBy(cell => (cell.Row, cell.Column));

    /// <summary>Cells whose P is in doubt, row by row.</summary>
    public IReadOnlyList<Cell> Uncertain => [.. Cells.Where(cell => this[cell].IsUncertain)];

    /// <summary>Acknowledged pulses of all cells: set and reset.</summary>
    public BoardTotals Totals => new(_accounts.Values.Sum(account => account.Up), _accounts.Values.Sum(account => account.Down));
}
