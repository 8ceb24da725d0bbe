using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Curves;

/// <summary>A device after a pulse of a ramp: a row of curves.csv.</summary>
/// <param name="Point">Where it stands; its branch is the direction of the ramp.</param>
/// <param name="Pulse">The pulse; null: none yet in this direction.</param>
public sealed record RampPoint(CurvePoint Point, Pulse? Pulse);
