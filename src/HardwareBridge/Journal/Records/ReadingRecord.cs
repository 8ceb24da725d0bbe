namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>Cells that were read because they are in doubt.</summary>
/// <param name="Cells">Row and column of each.</param>
/// <param name="Siemens">Conductance of each; beyond the range of the board: -1.</param>
public sealed record ReadingRecord(int[][] Cells, double[] Siemens) : JournalRecord;
