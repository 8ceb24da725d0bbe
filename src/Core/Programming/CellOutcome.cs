namespace CrossbarSim.Core.Programming;

/// <summary>How the programming of a cell ended.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Pulses">Pulses that were fired at it, both directions.</param>
/// <param name="Reads">Times it was read.</param>
public readonly record struct CellOutcome(StopReason Reason, int Pulses, int Reads);
