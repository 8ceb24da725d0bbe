namespace CrossbarSim.Experiments.Curves;

/// <summary>Conductance of a device along a train of pulses.</summary>
/// <param name="Train">Name of the train.</param>
/// <param name="Noise">Whether the noise from cycle to cycle disturbed it.</param>
/// <param name="Points">Pulses fired so far, and the conductance then, siemens.</param>
public sealed record PulseTrace(string Train, bool Noise, IReadOnlyList<(int Pulse, double Siemens)> Points);
