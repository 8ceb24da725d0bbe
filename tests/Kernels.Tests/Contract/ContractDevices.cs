using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Units;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>A device of every law, and every variation that devices can have.</summary>
internal static class ContractDevices
{
    private const double Gmin = 1e-6;
    private const double Gmax = 50e-6;

    public static DeviceSpreadOptions Kinds { get; } = new()
    {
        Gmin = new SpreadOptions { Sigma = new RatioOrConductance(0.3e-6, IsConductance: true), Of = SpreadReference.Absolute },
        Gmax = new SpreadOptions { Sigma = 0.2, Distribution = SpreadDistribution.Truncated, Cut = 1.5 },
        Gain = new SpreadOptions { Sigma = 0.5, Distribution = SpreadDistribution.LogNormal },
        Step = 0.2,
    };

    public static FaultOptions Faults { get; } = new()
    {
        StuckGmin = 0.05,
        StuckGmax = 0.05,
        StuckAnywhere = 0.05,
        Unformed = 0.05,
        UnformedConductance = 0.1e-6,
        Sluggish = new SluggishOptions { Share = 0.1, Gain = 0.3 },
    };

    public static EnduranceOptions Endurance { get; } = new() { Pulses = 2, Sigma = 0.5 };

    public static WriteNoiseOptions Write { get; } = new() { Sigma = 0.05 };

    public static ReadNoiseOptions Read { get; } = new() { Sigma = 0.03 };

    public static DeviceOptions OfLaw(string law) => law switch
    {
        "linear" => SmallDevices.Linear(25),
        "exponential" => SmallDevices.OneCurve(-0.7, 30),
        "two-branch" => SmallDevices.TwoBranches(-0.5, 0.4, 20, 27),
        "soft-bounds" => SmallDevices.SoftBounds(0.05, 0.08),
        "table" => new TableDeviceOptions
        {
            // A fifth of the conductance at the top: as any other curve, the one that is seen is tabulated.
            SeriesResistance = 5e3,
            Pulses = 22,
            Table = new TablePoints { Pulse = [0, 3, 7, 10], Conductance = [Gmin, 20e-6, 30e-6, Gmax] },
        },
        "neurosim" => new NeurosimDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new NeurosimBranchOptions { Nonlinearity = 2.4, Pulses = 23 },
            Depression = new NeurosimBranchOptions { Nonlinearity = -1.5, Pulses = 19 },
        },
        "constant-step" => new ConstantStepDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new ConstantStepBranchOptions { Step = 0.06 },
            Depression = new ConstantStepBranchOptions { Step = 0.05 },
        },
        "linear-step" => new LinearStepDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new LinearStepBranchOptions { Step = 0.08, Gamma = 0.4 },
            Depression = new LinearStepBranchOptions { Step = 0.05, Gamma = -0.3 },
        },
        "exp-step" => new ExpStepDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new ExpStepBranchOptions { Step = 0.03, Amplitude = -1.2, Gamma = -3 },
            Depression = new ExpStepBranchOptions { Step = 0.06, Amplitude = 0.2, Gamma = 0.5 },
        },
        "pow-step" => new PowStepDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new PowStepBranchOptions { Step = 0.07, Gamma = 0.8 },
            Depression = new PowStepBranchOptions { Step = 0.06, Gamma = 0.5 },
        },
        _ => new PiecewiseDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new PiecewiseBranchOptions { Step = 0.04, Nodes = [1, 2, 1.5] },
            Depression = new PiecewiseBranchOptions { Step = 0.05, Nodes = [1.5, 1] },
        },
    };

    /// <summary>A spread, and that of the law's shape, where it has one; for exp-step that of the amplitude.</summary>
    public static DeviceSpreadOptions Shape(DeviceOptions device, DeviceSpreadOptions spread, double sigma) => device switch
    {
        ExpStepDeviceOptions => spread with { Amplitude = sigma },
        { ShapeKey: "a" } => spread with { A = sigma },
        { ShapeKey: "gamma" } => spread with { Gamma = sigma },
        { ShapeKey: "nonlinearity" } => spread with { Nonlinearity = sigma },
        _ => spread with { Gain = sigma, Gmin = sigma },
    };
}
