using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Validation.Fit;

/// <summary>The devices that are measured: one or more of every law, each direction with its own parameters.</summary>
internal static class FitTruths
{
    private const double Low = 10e-6;
    private const double High = 50e-6;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FitTruth> All { get; } =
    [
        new("linear", "linear", new LinearDeviceOptions { Gmin = Low, Gmax = High, Pulses = 100 }, true),
        Exponential("exponential 0.2", -0.2, 0.2),
        Exponential("exponential 0.5", -0.5, 0.3),
        Exponential("exponential 1", -1, 1),
        new("exponential one curve", "exponential", new ExponentialDeviceOptions
        {
            Gmin = Low, Gmax = High, Pulses = 100, Potentiation = new ExponentialBranchOptions { A = 0.8 },
        }, true),
        new("neurosim", "neurosim", new NeurosimDeviceOptions
        {
            Gmin = Low, Gmax = High, Pulses = 97,
            Potentiation = new NeurosimBranchOptions { APulses = 48 },
            Depression = new NeurosimBranchOptions { APulses = -20, Pulses = 100 },
        }, false),
        new("constant-step", "constant-step", new ConstantStepDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new ConstantStepBranchOptions { Step = 0.0137 },
            Depression = new ConstantStepBranchOptions { Step = 0.0105 },
        }, false),
        new("linear-step", "linear-step", new LinearStepDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new LinearStepBranchOptions { Step = 0.021, Gamma = 0.7 },
            Depression = new LinearStepBranchOptions { Step = 0.0053, Gamma = -1.5 },
        }, false),
        new("soft-bounds", "soft-bounds", new SoftBoundsDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new SoftBoundsBranchOptions { Step = 0.05 },
            Depression = new SoftBoundsBranchOptions { Step = 0.08 },
        }, false),
        new("exp-step", "exp-step", new ExpStepDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new ExpStepBranchOptions { Step = 0.011, Amplitude = 0.002, Gamma = 6 },
            Depression = new ExpStepBranchOptions { Step = 0.0093, Amplitude = -3.5, Gamma = -7 },
        }, true),
        PowStep("pow-step 2.5 and 0.4", 0.04, 2.5, 0.016, 0.4),
        PowStep("pow-step 3 and 2", 0.06, 3, 0.04, 2),
        PowStep("pow-step 0.5 and 0.3", 0.018, 0.5, 0.014, 0.3),
        new("piecewise", "piecewise", new PiecewiseDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new PiecewiseBranchOptions { Step = 0.01, Nodes = [1, 2, 0.5, 2, 0.7] },
            Depression = new PiecewiseBranchOptions { Step = 0.02, Nodes = [1, 0.4, 1.2, 0.3, 0.8] },
        }, true),
    ];

    private static FitTruth Exponential(string name, double up, double down) => new(
        name, "exponential", new ExponentialDeviceOptions
        {
            Gmin = Low,
            Gmax = High,
            Pulses = 100,
            Potentiation = new ExponentialBranchOptions { A = up },
            Depression = new ExponentialBranchOptions { A = down },
        }, true);

    private static FitTruth PowStep(string name, double up, double upPower, double down, double downPower) => new(
        name, "pow-step", new PowStepDeviceOptions
        {
            Gmin = Low,
            Gmax = High,
            Potentiation = new PowStepBranchOptions { Step = up, Gamma = upPower },
            Depression = new PowStepBranchOptions { Step = down, Gamma = downPower },
        }, true);
}
