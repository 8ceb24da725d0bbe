using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>soft-bounds</c>: the first step of each direction.</summary>
internal sealed class SoftBoundsFamily : StepFamily<SoftBoundsBranchOptions>
{
    /// <inheritdoc/>
    public override string Law => "soft-bounds";

    /// <inheritdoc/>
    protected override bool IsAsymptotic => true;

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
        [new([StepVariable(pulses, 0.3, 1, 3, 10)], [Step], v => [Math.Exp(v[0])])];

    /// <inheritdoc/>
    protected override DeviceOptions Device(ConductanceWindow window, SoftBoundsBranchOptions up, SoftBoundsBranchOptions down) =>
        new SoftBoundsDeviceOptions { Gmin = window.Gmin, Gmax = window.Gmax, Potentiation = up, Depression = down };

    /// <inheritdoc/>
    protected override SoftBoundsBranchOptions Branch(double[] p, int? most) =>
        new() { Step = p[0], Pulses = most };
}
