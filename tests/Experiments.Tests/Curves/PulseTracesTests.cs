using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Experiments.Curves;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Curves;

public sealed class PulseTracesTests
{
    private static readonly DeviceOptions Device = SmallDevices.SoftBounds(0.05, 0.08);

    [Fact]
    public void Up_and_down_twice_is_the_law()
    {
        var law = Device.CreateLaw();
        var points = One(Device, PulseTraces.UpDown, noise: false);

        Assert.Equal(2 * (law.Potentiation.Pulses + law.Depression.Pulses) + 1, points.Count);
        Near.Equal(Device.Window.Conductance(law.Potentiation.Fraction(20)), points[20].Siemens, 1e-15, "rising");
        Near.Equal(50e-6, points[law.Potentiation.Pulses].Siemens, 1e-15, "top");
        Near.Equal(1e-6, points[^1].Siemens, 1e-15, "bottom");
    }

    [Fact]
    public void Alternating_pulses_lead_to_the_symmetry_point_from_both_ends()
    {
        var symmetry = Device.Window.Conductance(SymmetryPoint.Of(Device.CreateLaw())!.Value);
        var (low, high) = (One(Device, PulseTraces.FromBottom, false), One(Device, PulseTraces.FromTop, false));

        Assert.Equal((1e-6, 50e-6), (low[0].Siemens, high[0].Siemens));
        Assert.True(low[0].Siemens < low[3].Siemens && high[0].Siemens > high[3].Siemens);
        var step = 0.05 * 49e-6;
        Assert.InRange(low[^1].Siemens, symmetry - step, symmetry + step);
        Assert.InRange(high[^1].Siemens, symmetry - step, symmetry + step);
        Assert.Equal([0, 2, 4], low.Take(3).Select(point => point.Pulse));
    }

    [Fact]
    public void The_noise_is_the_device_s_and_the_same_every_time()
    {
        var noisy = Device.WithNoise(0.3, NoiseReference.Step);
        Assert.All(PulseTraces.Of(Device), trace => Assert.False(trace.Noise));
        Assert.Equal(6, PulseTraces.Of(noisy).Count);
        Assert.Equal(One(noisy, PulseTraces.UpDown, true), One(noisy, PulseTraces.UpDown, true));
        Assert.NotEqual(One(noisy, PulseTraces.UpDown, true), One(noisy, PulseTraces.UpDown, false));
    }

    [Fact]
    public void One_curve_stays_at_its_ends()
    {
        var points = One(SmallDevices.Linear(30), PulseTraces.FromBottom, noise: false);
        Assert.All(points, point => Assert.Equal(1e-6, point.Siemens));
        Assert.Equal(31, points.Count);
    }

    private static IReadOnlyList<(int Pulse, double Siemens)> One(DeviceOptions device, string train, bool noise) =>
        PulseTraces.Of(device).Single(trace => trace.Train == train && trace.Noise == noise).Points;
}
