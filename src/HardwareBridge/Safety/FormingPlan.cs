namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>The ramp that forms one cell. SI units.</summary>
/// <param name="Row">Word line, from 0.</param>
/// <param name="Column">Bit line, from 0.</param>
/// <param name="Start">First pulse, volts.</param>
/// <param name="Step">From pulse to pulse, volts, of the same sign.</param>
/// <param name="Most">Last pulse, volts.</param>
/// <param name="Width">Of every pulse, seconds.</param>
/// <param name="Compliance">Current limit, amperes: never without.</param>
/// <param name="ReadVoltage">Of the reading after every pulse, volts.</param>
/// <param name="Target">Conductance at which the cell is formed, siemens.</param>
public sealed record FormingPlan(
    int Row, int Column, double Start, double Step, double Most, double Width, double Compliance, double ReadVoltage,
    double Target)
{
    /// <summary>Pulses of the whole ramp.</summary>
    public int Pulses => Step == 0 ? 1 : (int)Math.Floor((Most - Start) / Step * (1 + 1e-9)) + 1;
}
