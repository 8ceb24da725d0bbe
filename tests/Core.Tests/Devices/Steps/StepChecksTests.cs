using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices.Steps;

/// <summary>What step laws refuse.</summary>
public sealed class StepChecksTests
{
    private static readonly ExpStepBranchOptions Exp = new() { Step = 0.02, Amplitude = 0.3, Gamma = 1 };

    [Fact]
    public void A_pulse_that_moves_more_than_the_window_is_a_problem()
    {
        var problem = Assert.Single(Check(AnyLaw.ExpStep(Exp with { Amplitude = -100 })));
        Assert.Equal(("CBS0220", "potentiation.step"), problem);
        Assert.Empty(Check(AnyLaw.ExpStep(Exp with { Amplitude = -40, Gamma = -9 })));
    }

    [Fact]
    public void A_direction_that_stops_inside_the_window_is_a_problem_that_says_where()
    {
        var device = AnyLaw.ExpStep(Exp, Exp with { Amplitude = 0.5, Gamma = 2 });
        var problem = Assert.Single(((IChecked)device).Check());
        Assert.Equal(("CBS0221", "depression"), (problem.Code, problem.Path));
        Assert.Contains("34.7", problem.Message, StringComparison.Ordinal);
        Assert.Equal(("CBS0221", "potentiation"), Assert.Single(Check(AnyLaw.ExpStep(Exp with { Amplitude = 1 }))));
        Assert.Equal(("CBS0226", "nodes.1"), Assert.Single(
            Nodes(1, 0, 0.5).Check().Select(problem => (problem.Code, problem.Path))));
        Assert.Empty(Nodes(1, 0.5, 0).Check());
    }

    [Theory]
    [InlineData(0.3, 1, 1)]
    [InlineData(0.5, 2, 0.3465736)]
    [InlineData(1, -3, 0)]
    [InlineData(-2, 3, 1)]
    [InlineData(0.9, -1, 1)]
    public void An_exponential_step_comes_to_nothing_where_its_logarithm_says(double amplitude, double gamma, double stop)
    {
        var branch = Exp with { Amplitude = amplitude, Gamma = gamma };
        Near.Equal(stop, branch.StopsAt(), 1e-7, "stop");
        if (stop is > 0 and < 1) Near.Equal(0, branch.Profile(branch.StopsAt()), 1e-15, "profile there");
    }

    [Fact]
    public void A_law_whose_last_pulse_would_jump_is_a_problem()
    {
        var constant = new ConstantStepDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 2e-6,
            Pulses = 99,
            Potentiation = new ConstantStepBranchOptions { Step = 0.01 },
        };
        Assert.Equal(("CBS0206", "potentiation.step"), Assert.Single(Check(constant)));
        Assert.Empty(Check(constant with { Pulses = 100 }));
        Assert.Equal(("CBS0206", "depression.step"), Assert.Single(Check(constant with
        {
            Pulses = 100,
            Depression = new ConstantStepBranchOptions { Step = 0.01, Pulses = 50 },
        })));
    }

    [Fact]
    public void A_step_that_is_used_up_just_at_the_end_is_sound()
    {
        Assert.Empty(Check(AnyLaw.LinearStep(new LinearStepBranchOptions { Step = 0.1, Gamma = 1 })));
        Assert.Empty(Check(AnyLaw.ExpStep(Exp with { Amplitude = 1 / Math.E, Gamma = 1 })));
    }

    [Theory]
    [InlineData(0.5, 0.19, true)]
    [InlineData(0.5, 0.21, false)]
    [InlineData(1, 0.01, false)]
    [InlineData(-3, 0.3, true)]
    public void A_spread_with_which_some_devices_stop_inside_the_window_is_a_problem(double gamma, double sigma, bool sound)
    {
        var device = AnyLaw.LinearStep(new LinearStepBranchOptions { Step = 0.05, Gamma = gamma })
            .WithSpread(new DeviceSpreadOptions { Gamma = sigma });
        if (sound) Assert.Empty(Check(device));
        else Assert.Equal(("CBS0222", "variation.d2d.gamma"), Assert.Single(Check(device)));
    }

    [Fact]
    public void Labels_that_would_leave_the_table_are_a_problem()
    {
        var device = AnyLaw.Neurosim(2.4, -4.88, 97, 100);
        Assert.Equal(("CBS0222", "variation.d2d.nonlinearity"),
            Assert.Single(Check(device.WithSpread(new DeviceSpreadOptions { Nonlinearity = 0.2 }))));
        Assert.Empty(Check(device.WithSpread(new DeviceSpreadOptions { Nonlinearity = 0.16 })));
    }

    private static PiecewiseBranchOptions Nodes(params double[] nodes) => new() { Step = 0.1, Nodes = nodes };

    private static IEnumerable<(string Code, string Path)> Check(DeviceOptions device) =>
        ((IChecked)device).Check().Select(problem => (problem.Code, problem.Path));
}
