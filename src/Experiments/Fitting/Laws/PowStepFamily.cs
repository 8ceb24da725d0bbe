using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>pow-step</c>: step and power of each direction.</summary>
internal sealed class PowStepFamily : StepFamily<PowStepBranchOptions>
{
    private const double LargestPower = 20;

    private static readonly LawParameter Gamma = new("gamma", ParameterScale.Linear, 0, LargestPower);

    /// <inheritdoc/>
    public override string Law => "pow-step";

    /// <inheritdoc/>
    protected override bool IsAsymptotic => true;

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
        [new(
            [StepVariable(pulses, 1, 2, 5, 15), new(0, LargestPower, [0.3, 1, 2, 4])],
            [Step, Gamma],
            v => [Math.Exp(v[0]), v[1]])];

    /// <inheritdoc/>
    protected override DeviceOptions Device(ConductanceWindow window, PowStepBranchOptions up, PowStepBranchOptions down) =>
        new PowStepDeviceOptions { Gmin = window.Gmin, Gmax = window.Gmax, Potentiation = up, Depression = down };

    /// <inheritdoc/>
    protected override PowStepBranchOptions Branch(double[] p, int? most) =>
        new() { Step = p[0], Gamma = p[1], Pulses = most };
}
