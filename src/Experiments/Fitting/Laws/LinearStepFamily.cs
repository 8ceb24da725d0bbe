using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>linear-step</c>: step and gamma of each direction.</summary>
internal sealed class LinearStepFamily : StepFamily<LinearStepBranchOptions>
{
    // The solver moves ln(1 - gamma), the logarithm of what the last step is of the first; gamma = 1 is soft bounds.
    private static readonly LawParameter Gamma = new("gamma", ParameterScale.Linear, -100, 1);

    /// <inheritdoc/>
    public override string Law => "linear-step";

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
        [new(
            [StepVariable(pulses, 0.5, 1, 2, 4), new(-12, Math.Log(101), [-4, -2, -0.7, 0.7, 2])],
            [Step, Gamma],
            v => [Math.Exp(v[0]), 1 - Math.Exp(v[1])])];

    /// <inheritdoc/>
    protected override DeviceOptions Device(
        ConductanceWindow window, LinearStepBranchOptions up, LinearStepBranchOptions down) =>
        new LinearStepDeviceOptions { Gmin = window.Gmin, Gmax = window.Gmax, Potentiation = up, Depression = down };

    /// <inheritdoc/>
    protected override LinearStepBranchOptions Branch(double[] p, int? most) =>
        new() { Step = p[0], Gamma = p[1], Pulses = most };
}
