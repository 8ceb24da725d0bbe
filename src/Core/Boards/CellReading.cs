namespace CrossbarSim.Core.Boards;

/// <summary>What a cell was read as.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Conductance">Siemens; positive infinity where it is beyond the range of the board.</param>
public readonly record struct CellReading(Cell Cell, double Conductance);
