using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>exp-step</c>: step, amplitude and gamma of each direction.</summary>
/// <remarks>
/// The solver moves the step far from the exponential, the step where it is strongest (the end of the way for gamma above
/// 0, else its start) and gamma: every combination is a device that crosses its window.
/// </remarks>
internal sealed class ExpStepFamily : StepFamily<ExpStepBranchOptions>
{
    private const double Steepest = 100;
    private static readonly LawParameter Amplitude = new("amplitude", ParameterScale.Logarithmic, -1e4, 1);
    private static readonly LawParameter Gamma = new("gamma", ParameterScale.Linear, -Steepest, Steepest);

    /// <inheritdoc/>
    public override string Law => "exp-step";

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
    [
        Branch(pulses, new SolverVariable(0.01, Steepest, [1, 4, 12]), (far, near, gamma) =>
            [far, (1 - near / far) * Math.Exp(-gamma), gamma]),
        Branch(pulses, new SolverVariable(-Steepest, -0.01, [-12, -4, -1]), (far, near, gamma) => [far, 1 - near / far, gamma]),
    ];

    /// <inheritdoc/>
    protected override DeviceOptions Device(ConductanceWindow window, ExpStepBranchOptions up, ExpStepBranchOptions down) =>
        new ExpStepDeviceOptions { Gmin = window.Gmin, Gmax = window.Gmax, Potentiation = up, Depression = down };

    private static BranchShape Branch(int pulses, SolverVariable gamma, Func<double, double, double, double[]> convert) => new(
        [StepVariable(pulses, 0.8, 2), StepVariable(pulses, 0.3, 1.2, 4), gamma],
        [Step, Amplitude, Gamma],
        v => convert(Math.Exp(v[0]), Math.Exp(v[1]), v[2]));

    /// <inheritdoc/>
    protected override ExpStepBranchOptions Branch(double[] p, int? most) =>
        new() { Step = p[0], Amplitude = p[1], Gamma = p[2], Pulses = most };
}
