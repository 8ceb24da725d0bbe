using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

/// <summary>Devices of every law, with parameters that have no problems.</summary>
internal static class AnyLaw
{
    private static readonly double[] Curves = [-2, -0.5, -0.2, 0.2, 0.5, 2, double.PositiveInfinity];

    private static readonly Gen<double> Steps = Gen.Double[0.05, 0.9];

    private static readonly Gen<LinearStepBranchOptions> LinearSteps = Gen.Select(Steps, Gen.Double[-0.5, 1],
        (step, gamma) => new LinearStepBranchOptions { Step = step / 2, Gamma = gamma });

    private static readonly Gen<ExpStepBranchOptions> ExpSteps = Gen.Select(Steps, Gen.Double[-3, 0.9], Gen.Double[-3, 3],
            (step, amplitude, gamma) => new ExpStepBranchOptions { Step = step / 10, Amplitude = amplitude, Gamma = gamma })
        .Where(branch => branch.Profile(1) is > 0.05 and < 10);

    private static readonly Gen<PowStepBranchOptions> PowSteps = Gen.Select(Steps, Gen.Double[0, 1.5],
        (step, gamma) => new PowStepBranchOptions { Step = step, Gamma = gamma });

    private static readonly Gen<PiecewiseBranchOptions> PiecewiseSteps = Gen.Select(
        Gen.Double[0.05, 0.3], Gen.Double[0.3, 3].Array[2, 7],
        (step, nodes) => new PiecewiseBranchOptions { Step = step, Nodes = nodes });

    /// <summary>Curve constants of law <c>exponential</c>.</summary>
    public static Gen<double> Constants { get; } = Gen.Int[0, Curves.Length - 1].Select(curve => Curves[curve]);

    /// <summary>Laws whose conductance is a function of P alone.</summary>
    public static Gen<DeviceOptions> OneCurve { get; } = Gen.OneOf<DeviceOptions>(
        Gen.Int[1, 40].Select(pulses => (DeviceOptions)SmallDevices.Linear(pulses)),
        Gen.Int[1, 40].Select(pulses => (DeviceOptions)Table(pulses)),
        Gen.Select(Constants, Gen.Int[1, 40], (a, pulses) => (DeviceOptions)SmallDevices.OneCurve(a, pulses)));

    /// <summary>Laws that say how far a pulse moves.</summary>
    public static Gen<DeviceOptions> StepLaws { get; } = Gen.OneOf<DeviceOptions>(
        Both(Steps.Select(step => new ConstantStepBranchOptions { Step = step }), (up, down) => new ConstantStepDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Potentiation = up,
            Depression = down,
        }),
        Both(Steps.Select(step => new SoftBoundsBranchOptions { Step = step }), (up, down) => new SoftBoundsDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Potentiation = up,
            Depression = down,
        }),
        Both(LinearSteps, LinearStep), Both(ExpSteps, ExpStep), Both(PowSteps, PowStep),
        Both(PiecewiseSteps, (up, down) => new PiecewiseDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Potentiation = up,
            Depression = down,
        }));

    /// <summary>Step laws with a shape parameter, of which a device may have 0.4 to 1.6 times as much.</summary>
    public static Gen<DeviceOptions> ShapedStepLaws { get; } = Gen.OneOf<DeviceOptions>(
        Both(LinearSteps.Where(branch => branch.Gamma < 0.6), LinearStep),
        Both(ExpSteps.Where(branch => (branch with { Gamma = 1.6 * branch.Gamma }).StopsAt() >= 1), ExpStep),
        Both(PowSteps, PowStep));

    /// <summary>Laws with a curve for each direction.</summary>
    public static Gen<DeviceOptions> TwoBranches { get; } = Gen.OneOf<DeviceOptions>(
        StepLaws,
        Gen.Select(Constants, Constants, Gen.Int[1, 40], Gen.Int[1, 40], (up, down, rising, falling) =>
            (DeviceOptions)SmallDevices.TwoBranches(up, down, rising, falling)),
        Gen.Select(Gen.Double[-6, 6], Gen.Double[-6, 6], Gen.Int[1, 40], Gen.Int[1, 40], (up, down, rising, falling) =>
            (DeviceOptions)Neurosim(up, down, rising, falling)),
        Gen.Select(Gen.Int[1, 40], Gen.Int[41, 80], (rising, falling) => (DeviceOptions)(SmallDevices.Linear(rising) with
        {
            Depression = new BranchOptions { Pulses = falling },
        })),
        Gen.Select(Gen.Int[1, 40], Gen.Int[41, 80], (rising, falling) => (DeviceOptions)(Table(rising) with
        {
            Depression = new BranchOptions { Pulses = falling },
        })));

    /// <summary>Every law.</summary>
    public static Gen<DeviceOptions> Any { get; } = Gen.OneOf(OneCurve, TwoBranches);

    /// <summary>A device of law <c>neurosim</c>, given by labels.</summary>
    public static NeurosimDeviceOptions Neurosim(double up, double down, int upPulses, int downPulses) => new()
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Potentiation = new NeurosimBranchOptions { Nonlinearity = up, Pulses = upPulses },
        Depression = new NeurosimBranchOptions { Nonlinearity = down, Pulses = downPulses },
    };

    /// <summary>A device of law <c>linear-step</c>.</summary>
    public static LinearStepDeviceOptions LinearStep(LinearStepBranchOptions up, LinearStepBranchOptions? down = null) => new()
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Potentiation = up,
        Depression = down,
    };

    /// <summary>A device of law <c>exp-step</c>.</summary>
    public static ExpStepDeviceOptions ExpStep(ExpStepBranchOptions up, ExpStepBranchOptions? down = null) => new()
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Potentiation = up,
        Depression = down,
    };

    /// <summary>A device of law <c>pow-step</c>.</summary>
    public static PowStepDeviceOptions PowStep(PowStepBranchOptions up, PowStepBranchOptions? down = null) => new()
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Potentiation = up,
        Depression = down,
    };

    private static TableDeviceOptions Table(int pulses) => new()
    {
        Pulses = pulses,
        Table = new TablePoints { Pulse = [0, 10, 15, 40], Conductance = [1e-6, 20e-6, 21e-6, 50e-6] },
    };

    private static Gen<DeviceOptions> Both<TBranch>(Gen<TBranch> branch, Func<TBranch, TBranch, DeviceOptions> create) =>
        Gen.Select(branch, branch, create);
}
