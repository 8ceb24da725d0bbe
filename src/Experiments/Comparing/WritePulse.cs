namespace CrossbarSim.Experiments.Comparing;

/// <summary>Amplitude and width of a write pulse.</summary>
/// <param name="Volts">Amplitude, volts; its sign does not matter.</param>
/// <param name="Seconds">Width, seconds.</param>
public sealed record WritePulse(double Volts, double Seconds)
{
    /// <summary>V^2 t: joules for each siemens.</summary>
    internal double VoltSquareSeconds => Volts * Volts * Seconds;
}
