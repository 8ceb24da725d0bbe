using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Imports;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed class ShippedDeviceTests
{
    private static readonly ConductanceWindow Arbitrary = new(10e-6, 50e-6);

    public static TheoryData<string> Names => [.. DevicePresets.Names];

    /// <summary>Label up and down with half of their last printed digits, N up and down, Ron in ohm, on/off ratio.</summary>
    public static TheoryData<string, double[], int[], double, double> Neurosim => new()
    {
        { "ag-asi-jo-2010", [2.4, 0.05, -4.88, 0.005], [97, 100], 26e6, 12.5 },
        { "taox-hfox-wu-2018", [0.04, 0.005, -0.63, 0.005], [128, 128], 100e3, 10 },
        { "pcmo-park-2013", [3.68, 0.005, -6.76, 0.005], [50, 50], 23e6, 6.84 },
        { "alox-hfo2-woo-2016", [1.94, 0.005, -0.61, 0.005], [40, 40], 16.9e3, 4.43 },
        { "gst-chen-2018", [0.105, 0.0005, 2.4, 0.05], [100, 120], 4.71e3, 19.8 },
        { "ag-sige-choi-2018", [0.5, 0.05, -0.5, 0.05], [64, 64], 81e3, 50.2 },
        { "hzo-jerry-2017", [1.75, 0.005, 1.46, 0.005], [32, 32], 559e3, 45 },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_device_has_a_source_and_rises_from_pulse_to_pulse(string name)
    {
        var device = DeviceLoader.Load(name).OrThrow();
        var law = device.CreateLaw();

        Assert.False(string.IsNullOrWhiteSpace(device.Source?.Citation));
        Assert.All([law.Potentiation, law.Depression], (LawBranch branch) =>
        {
            var fractions = branch.Fractions();
            Assert.Equal((0.0, 1.0), (fractions[0], fractions[^1]));
            Assert.True(fractions.Zip(fractions.Skip(1)).All(pair => pair.First < pair.Second));
        });
    }

    [Theory]
    [MemberData(nameof(Neurosim))]
    public void Devices_of_the_table_of_NeuroSim_have_its_numbers(
        string name, double[] labels, int[] pulses, double ohms, double ratio)
    {
        var device = DeviceLoader.Load(name).OrThrow();
        var law = device.CreateLaw();

        Near.Equal(labels[0], UpdateNonlinearity.Of(law.Potentiation.Curve), labels[1], "label up");
        Near.Equal(labels[2], UpdateNonlinearity.Of(law.Depression.Curve), labels[3], "label down");
        Assert.Equal((pulses[0], pulses[1]), (law.Potentiation.Pulses, law.Depression.Pulses));
        Near.Equal([1, ratio], [device.Window.Gmax * ohms, device.Window.Gmax / device.Window.Gmin], 1e-5, "window");
    }

    [Fact]
    public void Devices_of_aihwkit_are_its_parameters_converted()
    {
        AssertSame("reram-exp-gong-2018",
            Of(0.00135, 0.259359, -1, 1).ExpStep((-1.18445, 5), (-0.081404, 5), -0.5, -0.5));
        AssertSame("reram-soft-gong-2018", Of(0.002, 0, -0.75, 1.25).SoftBounds());
        AssertSame("capacitor-li-2018", Of(0.005, 0, -1, 1).LinearStep(0.05, 0.05));
        AssertSame("ecram-tang-2018", Of(0.002, 0, -0.8276, 1.1724).LinearStep(0.1153, 0.5085));
        AssertSame("ecram-oxide-kim-2019", Of(2.8214e-4, 0, -0.8286, 1.1714).LinearStep(0.4152, 0.7342));
        AssertSame("constant-step-gokmen-2016", Of(0.0016, 0, -1, 1).ConstantStep());
        AssertSame("constant-step-rasch-2019", Of(0.0002, 0, -1, 1).ConstantStep());
    }

    [Theory]
    [InlineData("reram-exp-gong-2018", 0.00135, -1, 1, 0.2, 0.05, 0.3, 0.3, 75)]
    [InlineData("reram-soft-gong-2018", 0.002, -0.75, 1.25, 0.3, 0.01, 0.4, 0.24, 56)]
    [InlineData("capacitor-li-2018", 0.005, -1, 1, 0.1, 0.06, 0.07, 0.07, 0)]
    [InlineData("ecram-tang-2018", 0.002, -0.8276, 1.1724, 0.1, 0.01, 0.05, 0.05, 0)]
    [InlineData("ecram-oxide-kim-2019", 2.8214e-4, -0.8286, 1.1714, 0.1, 0.01, 0.05, 0.05, 0)]
    [InlineData("constant-step-gokmen-2016", 0.0016, -1, 1, 0.3, 0.01, 0.3, 0.3, 0)]
    [InlineData("constant-step-rasch-2019", 0.0002, -1, 1, 0.3, 0, 0.3, 0.3, 0)]
    public void They_differ_from_one_another_as_there(
        string name, double dwMin, double wMin, double wMax, double step, double upDown, double low, double high, double write)
    {
        var shipped = DeviceLoader.Load(name).OrThrow();
        var steps = new AihwkitSteps(dwMin, 0, wMin, wMax);
        var there = new AihwkitVariation(step, upDown, WMinDtod: low, WMaxDtod: high, WriteNoiseStd: write);
        var (spread, expected) = (shipped.Variation!.D2d!, there.Spread(steps, Arbitrary));
        foreach (var ((key, one), (_, other)) in spread.All.Zip(expected.All).Take(4))
            Near.Equal(other?.RelativeTo(shipped.NominalOf(key)) ?? 0, one?.RelativeTo(shipped.NominalOf(key)) ?? 0, 1e-5, key);
        Near.Equal(there.Write(steps)?.Sigma ?? 0, shipped.Variation.Write?.Sigma ?? 0, 1e-9, "write noise");
    }

    // Seven printed digits move a curve by no more than so much of the window.
    private static void AssertSame(string name, DeviceOptions converted)
    {
        var (shipped, expected) = (DeviceLoader.Load(name).OrThrow(), converted.CreateLaw());
        Assert.Equal(Arbitrary, shipped.Window);
        Near.Equal(expected.Potentiation.Fractions(), shipped.CreateLaw().Potentiation.Fractions(), 1e-5, $"{name} up");
        Near.Equal(expected.Depression.Fractions(), shipped.CreateLaw().Depression.Fractions(), 1e-5, $"{name} down");
    }

    private static AihwkitDevices Of(double dwMin, double upDown, double wMin, double wMax) =>
        new(new AihwkitSteps(dwMin, upDown, wMin, wMax), Arbitrary);
}
