using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Kernels.Devices;
using CrossbarSim.Kernels.Host;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Devices;

/// <summary>The tables that every backend computes with, against the laws themselves.</summary>
public sealed class CurveTableTests
{
    private const double Gmin = 1e-6;
    private const double Gmax = 50e-6;

    // A part of a pulse that no whole number of positions divides.
    private const double Stride = 0.0371;

    private static readonly bool[] Directions = [false, true];

    private static readonly ExpStepBranchOptions Exponential = new() { Step = 0.02, Amplitude = 0.3, Gamma = 1 };
    private static readonly PowStepBranchOptions Power = new() { Step = 0.05, Gamma = 0.7 };

    private static readonly Dictionary<string, DeviceOptions> Laws = new()
    {
        ["linear"] = SmallDevices.Linear(97) with { Depression = new BranchOptions { Pulses = 100 } },
        ["exponential"] = SmallDevices.TwoBranches(-0.2, 0.3, 100, 64),
        ["table"] = new TableDeviceOptions
        {
            Pulses = 50,
            Table = new TablePoints { Pulse = [0, 10, 15, 40], Conductance = [Gmin, 20e-6, 21e-6, Gmax] },
        },
        ["neurosim"] = new NeurosimDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new NeurosimBranchOptions { Nonlinearity = 2.4, Pulses = 97 },
            Depression = new NeurosimBranchOptions { Nonlinearity = -4.88 },
        },
        ["constant-step"] = new ConstantStepDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new ConstantStepBranchOptions { Step = 0.013 },
        },
        ["linear-step"] = new LinearStepDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new LinearStepBranchOptions { Step = 0.03, Gamma = 0.6 },
        },
        ["soft-bounds"] = SmallDevices.SoftBounds(0.025, 0.032),
        ["exp-step"] = new ExpStepDeviceOptions { Gmin = Gmin, Gmax = Gmax, Potentiation = Exponential },
        ["pow-step"] = new PowStepDeviceOptions { Gmin = Gmin, Gmax = Gmax, Potentiation = Power },
        ["piecewise"] = new PiecewiseDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Potentiation = new PiecewiseBranchOptions { Step = 0.02, Nodes = [1.5, 1, 0.4, 1] },
        },
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_follows_its_law(string name)
    {
        var (law, tabulated) = (Laws[name].CreateLaw(), new Tabulated(Laws[name]));
        foreach (var depression in Directions)
        {
            var branch = law.Branch(depression);
            for (var p = 0; p <= branch.Pulses; p++)
                Near.Equal(branch.Fraction(p), tabulated.Fraction(p << DevicePosition.Bits, depression), 1e-9, $"u at {p}");
            foreach (var position in Positions(branch))
            {
                // A cell of a curve may be off by a quarter of a position.
                var step = Step(branch, position >> DevicePosition.Bits);
                Near.Equal(branch.Fraction((double)position / DevicePosition.One), tabulated.Fraction(position, depression),
                    Math.ScaleB(step, -18) * 1.5 + 1e-9, $"u at {position}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_position_of_a_conductance_is_that_of_the_law(string name)
    {
        var (law, tabulated) = (Laws[name].CreateLaw(), new Tabulated(Laws[name]));
        if (law.IsOneCurve) return;
        foreach (var depression in Directions)
        {
            var (from, to) = (law.Branch(!depression), law.Branch(depression));
            foreach (var position in Positions(from))
            {
                // Half a position is rounded, a quarter of one is each table's, seen through the slopes of both
                // curves.
                var u = from.Fraction((double)position / DevicePosition.One);
                var exact = to.Position(u);
                var bound = 0.75 + 0.3 * Step(from, position >> DevicePosition.Bits) / Step(to, (int)exact) + 1e-3;
                Near.Equal(exact * DevicePosition.One, tabulated.Position(position, from: !depression), bound,
                    $"position of {u}");
            }
        }
    }

    [Fact]
    public void A_device_of_its_own_shape_follows_its_own_law()
    {
        // Curves are interpolated between shapes within 2^-21 of the window, at the steps that are checked.
        const double Bound = 2.0 / (1 << 21);
        const double Sigma = 0.02;
        (DeviceOptions Device, DeviceSpreadOptions Spread)[] laws =
        [
            (Laws["exponential"], new DeviceSpreadOptions { A = Sigma }),
            (Laws["neurosim"], new DeviceSpreadOptions { Nonlinearity = Sigma }),
            .. new[] { "linear-step", "exp-step", "pow-step" }.Select(name =>
                (Laws[name], new DeviceSpreadOptions { Gamma = Sigma })),
        ];
        foreach (var (device, spread) in laws)
        {
            var tabulated = new Tabulated(device.WithSpread(spread), up: 1.0731, down: 0.9127);
            var own = device.CreateLaw(1.0731, 0.9127);
            foreach (var depression in Directions)
                for (var p = 0; p <= own.Branch(depression).Pulses; p++)
                    Near.Equal(own.Branch(depression).Fraction(p), tabulated.Fraction(p << DevicePosition.Bits, depression),
                        Bound, $"{device.GetType().Name}, u at {p}");
        }
    }

    private static double Step(LawBranch branch, int pulses)
    {
        var from = Math.Min(pulses, branch.Pulses - 1);
        return branch.Fraction(from + 1) - branch.Fraction(from);
    }

    private static IEnumerable<int> Positions(LawBranch branch)
    {
        for (var place = 0.0; place < branch.Pulses; place += Stride) yield return (int)(place * DevicePosition.One);
    }

    private sealed class Tabulated
    {
        private readonly LawTable _law;
        private readonly HostTable<long> _table;
        private readonly Device _device;

        public Tabulated(DeviceOptions device, double up = 1, double down = 1)
        {
            _law = new LawTable(new WeightMapping(device, new MappingOptions()));
            _table = new HostTable<long>(_law.Values);
            var (upShape, downShape) = _law.ShapeOf(up, down);
            _device = new Device(DevicePosition.One, DevicePosition.One, upShape, downShape, int.MaxValue);
        }

        public double Fraction(int position, bool depression) => Math.ScaleB(
            DeviceMath.Fraction(_table, _law.Parameters, DevicePosition.Code(position, depression), _device),
            -LawParameters.FractionBits);

        public int Position(int position, bool from) => DeviceMath.PositionOn(
            _table, _law.Parameters, DevicePosition.Code(position, from), _device, depression: !from);
    }
}
