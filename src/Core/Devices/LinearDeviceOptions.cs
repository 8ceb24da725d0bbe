namespace CrossbarSim.Core.Devices;

/// <summary>Law <c>linear</c>: every pulse moves the conductance by (Gmax - Gmin)/N.</summary>
public sealed record LinearDeviceOptions : WindowedDeviceOptions
{
    /// <inheritdoc/>
    public override ConductanceLaw CreateLaw(double potentiationShape = 1, double depressionShape = 1) =>
        new(new LawBranch(Pulses, new LinearCurve()));
}
