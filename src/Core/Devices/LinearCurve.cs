namespace CrossbarSim.Core.Devices;

/// <summary>u = p: every pulse moves the conductance by the same amount.</summary>
public sealed class LinearCurve : IConductanceCurve
{
    /// <inheritdoc/>
    public double Fraction(double position) => position;

    /// <inheritdoc/>
    public double Position(double fraction) => fraction;
}
