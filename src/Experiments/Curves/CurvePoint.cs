namespace CrossbarSim.Experiments.Curves;

/// <summary>One point of a device's conductance curve: a row of curves.csv.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Branch">potentiation (from gmin up) or depression (from gmax down).</param>
/// <param name="Pulse">Pulses fired since the start of the branch, 0 .. N of the branch.</param>
/// <param name="Position">p = P/N of the branch, 0 .. 1.</param>
/// <param name="ConductanceSiemens">Conductance, S.</param>
/// <param name="Weight">Weight under the given mapping; of a pair, the share of the plus device.</param>
public sealed record CurvePoint(
    string Device, string Branch, int Pulse, double Position, double ConductanceSiemens, double Weight);
