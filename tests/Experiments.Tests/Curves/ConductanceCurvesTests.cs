using CrossbarSim.Core.Arrays;
using CrossbarSim.Experiments.Curves;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Curves;

public sealed class ConductanceCurvesTests
{
    [Fact]
    public void Each_branch_has_its_own_pulses_and_its_own_curve()
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5, pulses: 30, downPulses: 20);
        var points = ConductanceCurves.Of(device, new MappingOptions()).ToList();
        var up = points.Where(p => p.Branch == ConductanceCurves.Potentiation).ToList();
        var down = points.Where(p => p.Branch == ConductanceCurves.Depression).ToList();

        Assert.Equal(Enumerable.Range(0, 31), up.Select(p => p.Pulse));
        Assert.Equal(Enumerable.Range(0, 21), down.Select(p => p.Pulse));
        Assert.Equal(up.Select(p => p.Pulse / 30.0), up.Select(p => p.Position));
        Assert.Equal(down.Select(p => (20 - p.Pulse) / 20.0), down.Select(p => p.Position));
        Assert.Equal((1e-6, 50e-6), (up[0].ConductanceSiemens, up[^1].ConductanceSiemens));
        Assert.Equal((50e-6, 1e-6), (down[0].ConductanceSiemens, down[^1].ConductanceSiemens));

        // A = 0.5 accelerates from the bottom, so the first pulse from the top moves most.
        double Fall(int pulse) => down[pulse - 1].ConductanceSiemens - down[pulse].ConductanceSiemens;
        Assert.True(Fall(1) > Fall(20));
    }

    [Fact]
    public void Soft_bounds_go_to_the_end_of_the_window()
    {
        var points = ConductanceCurves.Of(SmallDevices.SoftBounds(0.1, 0.05), new MappingOptions()).ToList();
        var up = points.Where(p => p.Branch == ConductanceCurves.Potentiation).ToList();
        Assert.Equal(1e-6 + 0.1 * 49e-6, up[1].ConductanceSiemens, 1e-15);
        Assert.Equal(50e-6, up[^1].ConductanceSiemens, 1e-15);
        Assert.True(points.Count - up.Count > up.Count);
    }

    [Fact]
    public void One_curve_is_walked_back_as_it_was_climbed()
    {
        var points = ConductanceCurves.Of(SmallDevices.OneCurve(0.8), new MappingOptions()).ToList();
        double[] conductances = [.. points.Select(p => p.ConductanceSiemens)];
        Assert.Equal(conductances[..21], conductances[21..].Reverse());
        Assert.Equal((-1.0, 1.0), (points[0].Weight, points[20].Weight));
    }
}
