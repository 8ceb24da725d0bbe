namespace CrossbarSim.Core.Devices;

/// <summary>Law <c>linear</c>: every pulse moves the conductance by (Gmax - Gmin)/N.</summary>
public sealed record LinearDeviceOptions : WindowedDeviceOptions
{
    /// <inheritdoc/>
    public override IConductanceCurve CreateCurve() => new LinearCurve();
}
