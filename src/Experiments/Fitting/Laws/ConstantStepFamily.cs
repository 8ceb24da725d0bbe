using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>constant-step</c>: the step of each direction.</summary>
internal sealed class ConstantStepFamily : StepFamily
{
    /// <inheritdoc/>
    public override string Law => "constant-step";

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
        [new([StepVariable(pulses, 1, 1.5, 4)], [Step], v => [Math.Exp(v[0])])];

    /// <inheritdoc/>
    protected override DeviceOptions Build(ConductanceWindow window, double[] up, double[]? down, (int Up, int Down) ends) =>
        new ConstantStepDeviceOptions
        {
            Gmin = window.Gmin,
            Gmax = window.Gmax,
            Potentiation = Branch(up, ends.Up),
            Depression = Branch(down ?? up, ends.Down),
        };

    private static ConstantStepBranchOptions Branch(double[] p, int most) => new() { Step = p[0], Pulses = most };
}
