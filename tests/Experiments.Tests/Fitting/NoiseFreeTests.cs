using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Fitting;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Tests.Fitting;

public sealed class NoiseFreeTests
{
    private const double Near = 1e-6;

    public static TheoryData<string> Names => [.. KnownDevices.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_law_finds_its_own_parameters_again(string name)
    {
        var known = KnownDevices.All[name];
        var fit = Fit(name, Sweeps.Full(known.Device));

        var window = known.Device.Window;
        AssertNear(window.Gmin, fit.Device.Window.Gmin);
        AssertNear(window.Gmax, fit.Device.Window.Gmax);
        foreach (var (key, value) in known.Parameters) AssertNear(value, fit.Parameters.Single(p => p.Key == key).Value);
        Assert.Equal(2 + known.Parameters.Length, fit.Parameters.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_device_that_is_written_is_valid_and_has_the_same_curve(string name)
    {
        var known = KnownDevices.All[name].Device;
        var device = Fit(name, Sweeps.Full(known)).Device;

        Assert.Empty(((IChecked)device).Check());
        var (expected, found) = (known.CreateLaw(), device.CreateLaw());
        foreach (var depression in new[] { false, true })
        {
            Assert.Equal(expected.Branch(depression).Pulses, found.Branch(depression).Pulses);
            Assert.All(
                expected.Branch(depression).Fractions().Zip(found.Branch(depression).Fractions()),
                pair => Assert.Equal(pair.First, pair.Second, Near));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_direction_is_enough(bool depression)
    {
        foreach (var name in new[] { "exponential one", "soft-bounds", "pow-step mirrored" })
        {
            var known = KnownDevices.All[name];
            var fit = Fit(name, new Sweep([.. Sweeps.Branch(known.Device, depression)]));
            var expected = name == "soft-bounds" && depression ? 0.08 : known.Parameters[0].Value;
            AssertNear(expected, fit.Parameters[2].Value);
        }
    }

    [Fact]
    public void A_cycle_that_turns_before_the_ends_is_taken_for_one()
    {
        var device = (SoftBoundsDeviceOptions)KnownDevices.All["soft-bounds"].Device with
        {
            Potentiation = new SoftBoundsBranchOptions { Step = 0.02 },
            Depression = new SoftBoundsBranchOptions { Step = 0.03 },
        };
        var fit = Fit("soft-bounds", new Sweep([.. Cycle(device, 60)]));

        // The device walks between whole pulses of its branches, which bends the curve by up to an eighth of a step.
        Assert.Equal(0.02, fit.Parameters[2].Value, 0.0005);
        Assert.Equal(0.03, fit.Parameters[3].Value, 0.0005);
        Assert.Equal(50e-6, fit.Device.Window.Gmax, 1e-6);
    }

    [Fact]
    public void Sweeps_that_each_begin_at_an_end_without_reaching_the_other_are_taken_for_such()
    {
        var device = KnownDevices.All["soft-bounds"].Device;
        var fit = Fit("soft-bounds", new Sweep(
            [.. Sweeps.Branch(device, false, most: 40), .. Sweeps.Branch(device, true, most: 30)]));

        AssertNear(50e-6, fit.Device.Window.Gmax);
        AssertNear(2e-6, fit.Device.Window.Gmin);
        AssertNear(0.05, fit.Parameters[2].Value);
        AssertNear(0.08, fit.Parameters[3].Value);
    }

    private static LawFit Fit(string name, Sweep sweep) =>
        LawFitter.Fit(LawFamilies.All.Single(family => family.Law == name.Split(' ')[0]), sweep)!;

    // The steady cycle of the recurrence itself.
    private static IEnumerable<SweepPoint> Cycle(SoftBoundsDeviceOptions device, int pulses)
    {
        var (u, up, down) = (0.0, device.Potentiation.Step, device.Depression!.Step);
        for (var cycle = 0; cycle < 50; cycle++)
            u = u * Math.Pow(1 - up, pulses) is var left ? (1 - Math.Pow(1 - up, pulses) + left) * Math.Pow(1 - down, pulses) : u;
        for (var n = 0; n <= pulses; n++, u += n <= pulses ? up * (1 - u) : 0)
            yield return new SweepPoint(false, n, device.Window.Conductance(u), 1);
        for (var n = 0; n <= pulses; n++, u -= down * u)
            yield return new SweepPoint(true, n, device.Window.Conductance(u), 1);
    }

    private static void AssertNear(double expected, double found) =>
        Assert.True(Math.Abs(found - expected) <= Near * Math.Abs(expected), $"{found} instead of {expected}");
}
