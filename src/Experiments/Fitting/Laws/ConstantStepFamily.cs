using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>constant-step</c>: the step of each direction.</summary>
internal sealed class ConstantStepFamily : StepFamily<ConstantStepBranchOptions>
{
    /// <inheritdoc/>
    public override string Law => "constant-step";

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
        [new([StepVariable(pulses, 1, 1.5, 4)], [Step], v => [Math.Exp(v[0])])];

    /// <inheritdoc/>
    protected override DeviceOptions Device(
        ConductanceWindow window, ConstantStepBranchOptions up, ConstantStepBranchOptions down) =>
        new ConstantStepDeviceOptions { Gmin = window.Gmin, Gmax = window.Gmax, Potentiation = up, Depression = down };

    /// <inheritdoc/>
    protected override ConstantStepBranchOptions Branch(double[] p, int? most) =>
        new() { Step = p[0], Pulses = most };
}
