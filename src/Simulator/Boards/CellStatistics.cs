using CrossbarSim.Core.Boards;

namespace CrossbarSim.Simulator.Boards;

/// <summary>A cell that was read several times.</summary>
/// <param name="Row">Word line.</param>
/// <param name="Column">Bit line.</param>
/// <param name="MeanSiemens">Mean conductance; infinite where a reading was beyond the range.</param>
/// <param name="SpreadSiemens">Standard deviation of a single reading; 0 where there was one.</param>
internal sealed record CellStatistics(int Row, int Column, double MeanSiemens, double SpreadSiemens)
{
    /// <summary>Statistics of readings of the same cells in the same order.</summary>
    /// <param name="rounds">At least one.</param>
    public static IReadOnlyList<CellStatistics> Of(IReadOnlyList<IReadOnlyList<CellReading>> rounds) =>
        [.. Enumerable.Range(0, rounds[0].Count).Select(k => Of(rounds[0][k].Cell, [.. rounds.Select(r => r[k].Conductance)]))];

    private static CellStatistics Of(Cell cell, double[] values)
    {
        var mean = values.Average();
        var spread = values.Length < 2 || !double.IsFinite(mean)
            ? 0
            : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return new CellStatistics(cell.Row, cell.Column, mean, spread);
    }
}
