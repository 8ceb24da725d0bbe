namespace CrossbarSim.Core.Devices;

/// <summary>Laws of devices that differ in shape alone; what they have in common is computed once. Immutable.</summary>
/// <param name="device">The nominal device.</param>
public sealed class ShapedLaws(DeviceOptions device)
{
    private readonly Func<double, LawBranch> _up = device.ShapedBranches(depression: false);
    private readonly Func<double, LawBranch> _down = device.ShapedBranches(depression: true);

    /// <summary>The law of shape 1.</summary>
    public ConductanceLaw Nominal { get; } = device.CreateLaw();

    /// <summary>The law of a device, as <see cref="DeviceOptions.CreateLaw"/> has it.</summary>
    /// <param name="up">Factor on the shape parameter of the rising branch, above 0.</param>
    /// <param name="down">The same for the falling branch; of a one-curve law, not used.</param>
    public ConductanceLaw Law(double up, double down) =>
        Nominal.IsOneCurve ? new ConductanceLaw(_up(up)) : new ConductanceLaw(_up(up), _down(down));

    /// <summary>One branch of it.</summary>
    /// <param name="depression">Whether the falling branch is meant; of a two-branch law only.</param>
    /// <param name="shape">Factor on its shape parameter.</param>
    public LawBranch Branch(bool depression, double shape) => (depression ? _down : _up)(shape);
}
