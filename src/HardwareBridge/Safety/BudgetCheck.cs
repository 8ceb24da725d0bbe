using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>Pulses that cells may get in their lives. Doubtful pulses count as fired.</summary>
/// <param name="limits">The budgets.</param>
/// <param name="ledger">What the cells were given before.</param>
internal sealed class BudgetCheck(LimitOptions limits, CellLedger ledger)
{
    private readonly HashSet<(Cell Cell, string Kind)> _warned = [];

    /// <summary>Told of budgets that come to their end, once a cell and kind.</summary>
    public Action<Problem>? Warn { get; set; }

    /// <summary>Checks set and reset pulses for one cell.</summary>
    public void Check(Cell cell, long up, long down)
    {
        var account = ledger[cell];
        Check(cell, "set", account.Up + account.Doubtful, up, limits.Budgets.Set);
        Check(cell, "reset", account.Down + account.Doubtful, down, limits.Budgets.Reset);
        Check(cell, "all", account.Worst + account.Forming, up + down, limits.PulsesPerCell);
    }

    /// <summary>Checks forming pulses for one cell.</summary>
    public void CheckForming(Cell cell, long pulses)
    {
        var account = ledger[cell];
        Check(cell, "forming", account.Forming + account.Doubtful, pulses, limits.Budgets.Forming);
        Check(cell, "all", account.Worst + account.Forming, pulses, limits.PulsesPerCell);
    }

    private void Check(Cell cell, string kind, long had, long more, long? budget)
    {
        if (more == 0 || budget is not { } most) return;
        if (more > most - had)
            throw SafetyGate.Refused("CBS1406",
                $"{more} more pulses for cell {cell} after {had} exceed its budget ({kind}: {most})");
        if (had + more >= limits.Budgets.Warn * most && _warned.Add((cell, kind)))
            Warn?.Invoke(new Problem("CBS1412", "", FormattableString.Invariant(
                $"cell {cell} comes to {had + more} of its {most} pulses ({kind})"), Severity.Warning));
    }
}
