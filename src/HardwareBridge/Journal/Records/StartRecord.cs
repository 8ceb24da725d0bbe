using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>P of cells became known, without a pulse: a new array, or cells in doubt that were read.</summary>
/// <param name="Block">First row, first column, rows and columns.</param>
/// <param name="Pulses">P of each cell, row-major.</param>
public sealed record StartRecord(int[] Block, int[] Pulses) : JournalRecord
{
    /// <summary>The cells and their P.</summary>
    public IEnumerable<(Cell Cell, int P)> Cells()
    {
        var block = new CellBlock(Block[0], Block[1], Block[2], Block[3]);
        for (var k = 0; k < Pulses.Length; k++) yield return (block[k], Pulses[k]);
    }
}
