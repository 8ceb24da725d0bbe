using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;
using CrossbarSim.Kernels.Tests.Contract;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Devices;

/// <summary>The integer arithmetic of devices against the laws in double precision.</summary>
public sealed class DeviceMathTests
{
    private const int Samples = 2000;

    private static readonly Dictionary<string, DeviceOptions> Laws = new()
    {
        ["linear"] = SmallDevices.Linear(25),
        ["saturating"] = SmallDevices.OneCurve(-0.7, 30),
        ["accelerating"] = SmallDevices.OneCurve(0.8, 100),
        ["steep"] = SmallDevices.OneCurve(-0.1, 50),
        ["long"] = SmallDevices.OneCurve(-0.5, 3000),
        ["two branches"] = SmallDevices.TwoBranches(-0.5, 0.4, 20, 27),
        ["far branches"] = SmallDevices.TwoBranches(-0.2, -0.2, 40, 90),
        ["soft bounds"] = SmallDevices.SoftBounds(0.05, 0.08),
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_curve_is_exact_at_whole_pulses_and_a_quarter_of_a_unit_off_between(string name)
    {
        var (mapping, table) = Tabulated(name);
        foreach (var depression in Branches(mapping))
        {
            var branch = mapping.Law.Branch(depression);
            for (var p = 0; p <= branch.Pulses; p++)
                Near.Equal(branch.Fraction(p), Fraction(table, p << DevicePosition.Bits, depression), ScaleB(-45), "whole pulse");
            foreach (var position in Positions(branch))
            {
                var p = (double)position / DevicePosition.One;
                var unit = (branch.Fraction(Math.Min(p + 0.01, branch.Pulses)) - branch.Fraction(Math.Max(p - 0.01, 0))) / 0.02
                    / DevicePosition.One;
                Near.Equal(branch.Fraction(p), Fraction(table, position, depression), 0.3 * unit + ScaleB(-45),
                    $"position {position}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_of_branch_lands_within_a_unit_of_the_exact_position(string name)
    {
        var (mapping, table) = Tabulated(name);
        if (mapping.Law.IsOneCurve) return;
        foreach (var depression in new[] { false, true })
            foreach (var position in Positions(mapping.Law.Branch(depression)))
            {
                var code = DevicePosition.Code(position, depression);
                var there = DeviceMath.PositionOn(
                    new ArrayTable<long>(table.Values), table.Parameters, code, DeviceParameters.Nominal(table), !depression);
                var u = Fraction(table, position, depression);
                var exact = mapping.Law.Branch(!depression).Position(u) * DevicePosition.One;
                Near.Equal(exact, there, 1.01, $"position {position}, depression {depression}");
            }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Random_pulses_leave_a_device_where_they_leave_that_of_the_reference(string name)
    {
        // Conversions may differ by a unit each; none of a hundred adds up to more than a hundredth of a pulse.
        Walk(new WeightMapping(Laws[name], new MappingOptions()), pulses: 100, DevicePosition.One / 100);
    }

    [Theory]
    [InlineData("linear", 0.02, NoiseReference.Window)]
    [InlineData("saturating", 0.3, NoiseReference.Step)]
    [InlineData("two branches", 0.01, NoiseReference.Window)]
    [InlineData("soft bounds", 0.3, NoiseReference.Step)]
    public void Noisy_pulses_follow_the_reference(string name, double sigma, NoiseReference of) =>
        Walk(new WeightMapping(Laws[name].WithNoise(sigma, of), new MappingOptions()), pulses: 60, DevicePosition.One / 100);

    [Theory]
    [InlineData("linear", 0)]
    [InlineData("saturating", 0.2)]
    [InlineData("two branches", 0.2)]
    public void Devices_of_their_own_follow_the_reference(string name, double shape)
    {
        // A device's own curve is interpolated between those of a grid, within 2^-21 of the window.
        var device = Laws[name].WithSpread(new DeviceSpreadOptions { Gain = 0.3, A = shape });
        Walk(new WeightMapping(device, new MappingOptions()), pulses: 60, DevicePosition.One / 20);
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("saturating")]
    [InlineData("accelerating")]
    [InlineData("two branches")]
    public void Devices_with_faults_and_an_end_of_their_life_follow_the_reference(string name)
    {
        // Where branches are turned at an end, a rounding may decide on a pulse, and so on the length of a life.
        var device = Laws[name].Varied(_ => new VariationOptions
        {
            Faults = ContractDevices.Faults,
            Endurance = new EnduranceOptions { Pulses = 25, Sigma = 0.5 },
            Write = ContractDevices.Write,
        });
        var (here, there) = Walk(new WeightMapping(device, new MappingOptions()), pulses: 60, DevicePosition.One / 20);
        Assert.Equal(there, here);
        Assert.True(here.Refused > 10 * 60, "stuck and worn-out devices refuse");
    }

    private static (PulseTotals Here, PulseTotals Reference) Walk(WeightMapping mapping, int pulses, int tolerance)
    {
        const int Devices = 64;
        var numbers = new RandomNumbers(17, StreamKind.SampleOrder);
        var here = new ScalarDevices(mapping, new LawTable(mapping), 3, 1, Devices);
        var reference = new ReferenceDevices(mapping, Devices, 3, 1);
        here.Write(new LayerState(Devices));
        for (var pulse = 0; pulse < pulses; pulse++)
            for (var device = 0; device < Devices; device++)
            {
                // Three of five rise, so that some reach the top.
                var rising = numbers.Below(5, (uint)device, (uint)pulse) < 3;
                here.Fire(device, rising);
                reference.Fire(device, rising);
            }

        var codes = here.Read().Codes();
        for (var device = 0; device < Devices; device++)
        {
            Assert.Equal(DevicePosition.IsDepression(reference.Codes[device]), DevicePosition.IsDepression(codes[device]));
            Near.Equal(DevicePosition.Position(reference.Codes[device]), DevicePosition.Position(codes[device]),
                tolerance, "position");
            Near.Equal(reference.Weight(device), here.WeightOf(device), 2e-3, "weight");
        }

        return (here.Read().Totals(), reference.Read().Totals());
    }

    private static (WeightMapping Mapping, LawTable Table) Tabulated(string name)
    {
        var mapping = new WeightMapping(Laws[name], new MappingOptions());
        return (mapping, new LawTable(mapping));
    }

    private static bool[] Branches(WeightMapping mapping) => mapping.Law.IsOneCurve ? [false] : [false, true];

    private static IEnumerable<int> Positions(LawBranch branch)
    {
        var numbers = new RandomNumbers(23, StreamKind.SampleOrder, branch.Pulses % 256);
        var end = branch.Pulses << DevicePosition.Bits;
        return Enumerable.Range(0, Samples).Select(k => numbers.Below(end + 1, (uint)k)).Append(0).Append(end);
    }

    private static double Fraction(LawTable table, int position, bool depression) => Math.ScaleB(
        DeviceMath.Fraction(
            new ArrayTable<long>(table.Values), table.Parameters, DevicePosition.Code(position, depression),
            DeviceParameters.Nominal(table)),
        -LawParameters.FractionBits);

    private static double ScaleB(int exponent) => Math.ScaleB(1, exponent);
}
