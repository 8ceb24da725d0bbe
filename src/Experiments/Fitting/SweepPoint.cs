namespace CrossbarSim.Experiments.Fitting;

/// <summary>Mean conductance after so many pulses of one direction.</summary>
/// <param name="IsDepression">Whether the pulses lower the conductance.</param>
/// <param name="Pulse">Pulses fired since the sweep of this direction began, 0 or more.</param>
/// <param name="Siemens">Mean of the conductances measured there, siemens.</param>
/// <param name="Rows">How many were measured: the weight of the mean.</param>
public readonly record struct SweepPoint(bool IsDepression, int Pulse, double Siemens, double Rows);
