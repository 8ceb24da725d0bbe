namespace CrossbarSim.Core.Devices;

/// <summary>One programming pulse.</summary>
/// <param name="Rising">Potentiation, else depression.</param>
/// <param name="Volts">Amplitude with its sign, volts.</param>
/// <param name="Seconds">Width, seconds.</param>
public readonly record struct Pulse(bool Rising, double Volts, double Seconds);
