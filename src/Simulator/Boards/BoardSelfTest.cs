using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Units;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.Simulator.Boards;

/// <summary>Checks of a board before a session. Nothing is fired.</summary>
/// <param name="open">The board; that it is the file's, and agrees with the journal, was checked when it was connected.</param>
/// <param name="times">Readings of every cell.</param>
/// <param name="resistor">A cell that holds a resistor, and its conductance in siemens.</param>
internal sealed class BoardSelfTest(OpenBoard open, int times, KnownCell? resistor)
{
    // A reading that moves by a tenth says nothing about single pulses.
    private const double MostSpread = 0.1;
    private const double MostError = 0.05;
    private const int Greetings = 20;

    // Less than that is an open cell, or a line that is not connected.
    private const double OpenSiemens = 1e-9;

    private LinkBoard Board => open.Link;

    /// <summary>Runs all checks.</summary>
    public IReadOnlyList<SelfTestItem> Run(CancellationToken cancellation)
    {
        var identity = Board.Identity;
        var all = new CellBlock(0, 0, identity.Rows, identity.Columns);
        var cells = CellStatistics.Of([.. Enumerable.Range(0, times).Select(_ => Board.Read(all, cancellation))]);
        return
        [
            new("identity", true, FormattableString.Invariant(
                $"{identity.Name}, serial number {identity.Serial}, {identity.Rows} x {identity.Columns}")),
            Line(), Repeatability(cells), Beyond(cells), Opens(cells), Resistor(cells), Counters(all), Doubt(), Grounded(),
        ];
    }

    private SelfTestItem Line()
    {
        var (resent, damaged) = (Board.Counts.Resent, Board.Counts.Damaged);
        for (var k = 0; k < Greetings; k++) Board.Status();
        (resent, damaged) = (Board.Counts.Resent - resent, Board.Counts.Damaged - damaged);
        return new("line", resent == 0 && damaged == 0, FormattableString.Invariant(
            $"{Greetings} questions: {resent} sent again, {damaged} damaged answers"));
    }

    private static SelfTestItem Repeatability(IReadOnlyList<CellStatistics> cells)
    {
        var spreads = cells.Where(cell => cell.MeanSiemens > OpenSiemens && double.IsFinite(cell.MeanSiemens))
            .Select(cell => cell.SpreadSiemens / cell.MeanSiemens).Order().ToList();
        return spreads.Count == 0
            ? new("repeatability", null, "no cell conducts within the range")
            : new("repeatability", spreads[spreads.Count / 2] <= MostSpread, string.Create(CultureInfo.InvariantCulture,
                $"spread of a reading: median {100 * spreads[spreads.Count / 2]:0.###} %, most {100 * spreads[^1]:0.###} %"));
    }

    private static SelfTestItem Beyond(IReadOnlyList<CellStatistics> cells) =>
        Listed("short cells", [.. cells.Where(cell => double.IsPositiveInfinity(cell.MeanSiemens))], "beyond the range");

    private static SelfTestItem Opens(IReadOnlyList<CellStatistics> cells) =>
        Listed("open cells", [.. cells.Where(cell => cell.MeanSiemens < OpenSiemens)], "below 1 nS");

    private static SelfTestItem Listed(string check, List<CellStatistics> cells, string what) => new(
        check, cells.Count == 0, cells.Count == 0 ? "none" : FormattableString.Invariant($"{cells.Count} {what}: ")
            + string.Join("; ", cells.Take(5).Select(cell => new Cell(cell.Row, cell.Column)))
            + (cells.Count > 5 ? "; ..." : ""));

    private SelfTestItem Resistor(IReadOnlyList<CellStatistics> cells)
    {
        if (resistor is not var (cell, siemens)) return new("known resistor", null, "none was named: --resistor");
        var found = cells.FirstOrDefault(one => (one.Row, one.Column) == (cell.Row, cell.Column))?.MeanSiemens;
        if (found is not { } value) return new("known resistor", false, $"cell {cell} is not in the array");
        return new("known resistor", Math.Abs(value / siemens - 1) <= MostError, string.Create(CultureInfo.InvariantCulture,
            $"{BoardRun.Siemens(value)} at {cell}, meant {Quantity.Format(BoardRun.Rounded(siemens), "S")} "
            + $"({100 * (value / siemens - 1):+0.#;-0.#;0} %)"));
    }

    private SelfTestItem Counters(CellBlock all)
    {
        if (!Board.Identity.Can(BoardCapabilities.CellTotals))
            return new("counters", true, $"board and journal agree on {Board.Totals}; single cells are not told");
        var cells = Board.CellTotals(all);
        var sum = new BoardTotals(cells.Sum(cell => cell.Totals.Up), cells.Sum(cell => cell.Totals.Down));
        return new("counters", sum == Board.Totals, $"board and journal agree on {Board.Totals}; its cells sum to {sum}");
    }

    private SelfTestItem Doubt()
    {
        var doubtful = open.Journal.State.Ledger.Uncertain.Count;
        return new("cells in doubt", doubtful == 0, doubtful.ToString(CultureInfo.InvariantCulture));
    }

    private SelfTestItem Grounded()
    {
        var status = Board.Status();
        return new("not armed", status.Armed == 0, FormattableString.Invariant(
            $"{status.WatchdogTrips} watchdog trips and {status.Aborts} aborts since boot"));
    }
}
