using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>What programming one cell came to.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Up">Rising pulses that it got.</param>
/// <param name="Down">Falling pulses that it got.</param>
/// <param name="Conductance">The last reading, siemens; infinity beyond the range.</param>
/// <param name="Result">How it ended.</param>
public readonly record struct ProgramOutcome(Cell Cell, int Up, int Down, double Conductance, CellResult Result);
