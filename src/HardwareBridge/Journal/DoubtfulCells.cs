using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>Cells of which nobody knows what they were given.</summary>
internal static class DoubtfulCells
{
    /// <summary>Reads cells again and writes down what they were read as.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="cells">The cells in doubt.</param>
    /// <param name="read">Reads one.</param>
    public static CellReading[] ReadAgain(PulseJournal journal, IEnumerable<Cell> cells, Func<CellBlock, CellReading> read)
    {
        var readings = cells.Select(cell => read(new CellBlock(cell.Row, cell.Column, 1, 1))).ToArray();
        if (readings.Length > 0)
            journal.Append(new ReadingRecord(
                [.. readings.Select(reading => new[] { reading.Cell.Row, reading.Cell.Column })],
                [.. readings.Select(reading => double.IsFinite(reading.Conductance) ? reading.Conductance : -1)]));
        return readings;
    }
}
