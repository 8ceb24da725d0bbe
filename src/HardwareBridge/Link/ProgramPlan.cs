namespace CrossbarSim.HardwareBridge.Link;

/// <summary>How cells are programmed to a conductance by the firmware.</summary>
/// <param name="Tolerance">Largest distance from the target, siemens.</param>
/// <param name="Samples">Readings averaged before each decision, 1 .. 255: one alone accepts too early.</param>
/// <param name="MostPulses">Most pulses of a cell, 1 .. 255.</param>
/// <param name="MostReversals">Most changes of direction of a cell, 0 .. 255.</param>
/// <param name="StepUp">What a rising pulse is expected to move, siemens; 0: one pulse a decision.</param>
/// <param name="StepDown">What a falling pulse is expected to move, siemens above 0.</param>
public sealed record ProgramPlan(
    double Tolerance, int Samples = 4, int MostPulses = 100, int MostReversals = 5, double StepUp = 0, double StepDown = 0);
