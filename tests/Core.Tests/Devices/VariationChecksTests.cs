using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices;

/// <summary>What devices and mappings refuse beyond the ranges of single keys.</summary>
public sealed class VariationChecksTests
{
    private static readonly PowStepBranchOptions Power = new() { Step = 0.1, Gamma = 0.5 };

    [Fact]
    public void Sound_variation_has_no_problems()
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5).WithNoise(0.3, NoiseReference.Window)
            .WithSpread(new DeviceSpreadOptions { A = 0.3, Gmin = 1, Gmax = 0.1, Gain = 1 });
        Assert.Empty(Check(device));
        Assert.Empty(device.Variation!.C2c!.Check());
        Assert.Empty(new CycleNoiseOptions { Sigma = 10, Of = NoiseReference.Step }.Check());
    }

    [Fact]
    public void Soft_bounds_that_would_jump_to_their_end_are_a_problem_of_each_direction()
    {
        var problems = Check(SmallDevices.SoftBounds(0.001, 0.01, pulses: 100)).ToList();
        Assert.Equal([("CBS0206", "potentiation.step"), ("CBS0206", "depression.step")],
            problems.Select(problem => (problem.Code, problem.Path)));
        Assert.Contains("100 pulses", problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(Check(SmallDevices.SoftBounds(0.05, 0.05, pulses: 100)));
    }

    [Fact]
    public void Noise_that_forgets_the_state_is_a_problem()
    {
        var problem = Assert.Single(new CycleNoiseOptions { Sigma = 0.31, Of = NoiseReference.Window }.Check());
        Assert.Equal(("CBS0207", "sigma"), (problem.Code, problem.Path));
    }

    [Fact]
    public void Only_the_shape_parameter_of_a_law_can_spread()
    {
        AssertRefused(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { A = 0.1 }), "a");
        AssertRefused(SmallDevices.SoftBounds(0.1, 0.1).WithSpread(new DeviceSpreadOptions { Gamma = 0.1 }), "gamma");
        AssertRefused(SmallDevices.OneCurve(0.5).WithSpread(new DeviceSpreadOptions { Nonlinearity = 0.1 }), "nonlinearity");
        AssertRefused(AnyLaw.Neurosim(1, -1, 9, 9).WithSpread(new DeviceSpreadOptions { APulses = 0.1 }), "a_pulses");
        Assert.Empty(Check(AnyLaw.Neurosim(1, -1, 9, 9).WithSpread(new DeviceSpreadOptions { Nonlinearity = 0.1 })));
        Assert.Empty(Check(AnyLaw.PowStep(Power).WithSpread(new DeviceSpreadOptions { Gamma = 0.3 })));
        var both = new DeviceSpreadOptions { A = 0.1, Gamma = 0.2 };
        AssertRefused(AnyLaw.PowStep(Power).WithSpread(both), "a");
    }

    [Theory]
    [InlineData(1, 0.95, 1, "CBS0242")]
    [InlineData(1, 0, 1, null)]
    [InlineData(20, 0.95, 1, null)]
    [InlineData(1000, 0, 0.02, "CBS0243")]
    [InlineData(1000, 0, 0.005, null)]
    public void What_is_hardly_meant_is_a_warning(int pulses, double gain, double noise, string? code)
    {
        var device = SmallDevices.Linear(pulses).WithNoise(noise, noise < 1 ? NoiseReference.Window : NoiseReference.Step)
            .WithSpread(new DeviceSpreadOptions { Gain = gain });
        Assert.Equal(code is null ? [] : [(code, Severity.Warning)], Check(device).Select(p => (p.Code, p.Severity)));
    }

    [Fact]
    public void Windows_are_judged_by_the_kind_of_their_spread()
    {
        var truncated = new SpreadOptions { Sigma = 0.3, Distribution = SpreadDistribution.Truncated, Cut = 2 };
        Assert.Empty(Check(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { Gmax = truncated })));
        var wider = truncated with { Cut = 3.3 };
        var crossing = Check(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { Gmax = wider }));
        Assert.Equal("CBS0209", Assert.Single(crossing).Code);
        var logNormal = new SpreadOptions { Sigma = 0.5, Distribution = SpreadDistribution.LogNormal };
        Assert.Empty(Check(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { Gmax = logNormal })));
        var wide = new DeviceSpreadOptions { Gmax = logNormal with { Sigma = 0.8 } };
        Assert.Equal("CBS0209", Assert.Single(Check(SmallDevices.Linear().WithSpread(wide))).Code);
    }

    [Fact]
    public void Windows_that_could_cross_are_a_problem()
    {
        var problem = Assert.Single(Check(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { Gmax = 0.2 })));
        Assert.Equal(("CBS0209", "variation.d2d"), (problem.Code, problem.Path));
        Assert.Single(Check(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { Gmin = 1, Gmax = 0.19 })));
    }

    [Theory]
    [InlineData(MappingKind.Offset, PairUpdate.One, false)]
    [InlineData(MappingKind.Reference, PairUpdate.Better, false)]
    [InlineData(MappingKind.Offset, PairUpdate.Both, true)]
    [InlineData(MappingKind.Differential, PairUpdate.One, true)]
    public void Only_pairs_can_choose_between_their_devices(MappingKind kind, PairUpdate pair, bool sound)
    {
        var problems = new MappingOptions { Kind = kind, Pair = pair }.Check();
        if (sound) Assert.Empty(problems);
        else Assert.Equal(("CBS0210", "pair"), Assert.Single(problems.Select(problem => (problem.Code, problem.Path))));
    }

    private static void AssertRefused(DeviceOptions device, string key)
    {
        var problem = Assert.Single(Check(device));
        Assert.Equal(("CBS0208", $"variation.d2d.{key}"), (problem.Code, problem.Path));
    }

    private static IEnumerable<Problem> Check(DeviceOptions device) => ((IChecked)device).Check();
}
