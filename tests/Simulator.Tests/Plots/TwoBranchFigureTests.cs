using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Plots;

/// <summary>Devices whose directions have curves, and numbers of pulses, of their own.</summary>
public sealed class TwoBranchFigureTests : FigureFolder
{
    private readonly ExponentialDeviceOptions _device = SmallDevices.TwoBranches(-0.5, 0.5, pulses: 30, downPulses: 20);

    [Fact]
    public void Each_direction_is_drawn_with_its_own_curve_and_pulses()
    {
        var curve = ConductanceCurve.Of(_device);
        Assert.Equal((31, 21), (curve.Potentiation.Count, curve.Depression.Count));
        Assert.Equal(curve.Potentiation[^1], curve.Depression[0]);
        var law = _device.CreateLaw();
        Assert.Equal(_device.Window.Conductance(law.Depression.Fraction(19)), curve.Depression[1]);

        var files = ConductanceCurveFigure.Save([curve], Base("curves"));

        Picture.AssertSound(files);
        Assert.Contains("device (N = 30 up, 20 down)", Picture.Texts(files.Svg));
    }

    [Fact]
    public void Counters_of_the_falling_branch_are_scaled_and_only_its_ends_are_ends()
    {
        var codes = Codes((0, false), (30, false), (7, false), (0, true), (20, true), (10, true), (19, true));
        var state = LayerState.FromCodes([.. codes], positions: true, branches: true);

        var counters = PulseCounters.Of("Layer 0", _device.CreateLaw(), state);

        Assert.Equal(30, counters.Pulses);
        Assert.Equal([0, 30, 7, 0, 30, 15, 29], counters.Counters);
        Picture.AssertSound(PulseHistogramFigure.Save([counters], Base("pulses")));
    }

    private static IEnumerable<int> Codes(params (int Pulses, bool Depression)[] devices) =>
        devices.Select(d => DevicePosition.Code(d.Pulses << DevicePosition.Bits, d.Depression));
}
