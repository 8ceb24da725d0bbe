using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class SeriesResistanceTests
{
    private static readonly Gen<(DeviceOptions Device, double Ohms)> Any =
        Gen.Select(AnyLaw.Any, Gen.Double[1, 1e6], (device, ohms) => (device, ohms));

    [Fact]
    public void The_array_sees_the_conductance_of_both_in_series() => Any.Sample(pair =>
    {
        var (alone, ohms) = pair;
        var both = alone with { SeriesResistance = ohms };
        var (law, seen) = (alone.CreateLaw(), both.CreateLaw());
        foreach (var depression in new[] { false, true })
            for (var p = 0; p <= law.Branch(depression).Pulses; p++)
            {
                var siemens = alone.Window.Conductance(law.Branch(depression).Fraction(p));
                var actual = both.Window.Conductance(seen.Branch(depression).Fraction(p));
                Near.Equal(1, actual * (1 / siemens + ohms), 1e-12, "G (1/G + R)");
            }
    });

    [Fact]
    public void Both_ends_are_exact_and_positions_come_back() => Any.Sample(pair =>
    {
        var law = (pair.Device with { SeriesResistance = pair.Ohms }).CreateLaw();
        Assert.Equal((0.0, 1.0), (law.Potentiation.Fraction(0), law.Potentiation.Fraction(law.Potentiation.Pulses)));
        var place = 0.3 * law.Depression.Pulses;
        Near.Equal(place, law.Depression.Position(law.Depression.Fraction(place)), 1e-6 * law.Depression.Pulses, "position");
    });

    [Fact]
    public void One_curve_stays_one_and_no_resistance_changes_nothing()
    {
        var device = SmallDevices.Linear(40);
        Assert.True((device with { SeriesResistance = 1e4 }).CreateLaw().IsOneCurve);
        Assert.Same(device.CreateLaw().GetType(), (device with { SeriesResistance = 0 }).CreateLaw().GetType());
        Assert.IsType<LinearCurve>(device.CreateLaw().Potentiation.Curve);
        Assert.Equal(device.MemristorWindow, device.Window);
    }

    [Fact]
    public void A_resistance_comparable_to_the_device_is_a_warning()
    {
        var device = SmallDevices.Linear(40) with { Gmax = 50e-6 };
        Assert.Empty(Check(device with { SeriesResistance = 2e3 }));
        var warning = Assert.Single(Check(device with { SeriesResistance = 20e3 }));
        Assert.Equal(("CBS0228", "series_resistance", Severity.Warning), (warning.Code, warning.Path, warning.Severity));
        Assert.Contains("comparable to 1/gmax: the array sees gmax 50 % lower", warning.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Problem> Check(DeviceOptions device) => ((IChecked)device).Check();
}
