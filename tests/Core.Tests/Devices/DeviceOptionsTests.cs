using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class DeviceOptionsTests
{
    private static readonly LinearDeviceOptions Linear = new() { Gmin = 1e-6, Gmax = 50e-6 };

    private static readonly ExponentialDeviceOptions Bent = new()
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Potentiation = new ExponentialBranchOptions { A = 0.8 },
    };

    [Fact]
    public void A_sound_device_has_no_problems()
    {
        Assert.Empty(Linear.Check());
        Assert.Empty(Bent.Check());
        Assert.Empty((Bent with { Depression = new ExponentialBranchOptions { A = 0.8 } }).Check());
        Assert.Empty(Table([0, 1, 2], [1e-6, 2e-6, 4e-6]).Check());
        Assert.Empty(Table([0, 1, 2], [1e-6, 2e-6, 4e-6]).Table.Check());
    }

    [Theory]
    [InlineData(50e-6)]
    [InlineData(60e-6)]
    public void A_window_without_width_is_a_problem_at_gmax(double gmin)
    {
        var problem = Assert.Single((Linear with { Gmin = gmin }).Check());
        Assert.Equal(("CBS0201", "gmax"), (problem.Code, problem.Path));
        Assert.Contains("50 uS", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_curve_constant_of_zero_or_nan_is_a_problem(double a)
    {
        var problem = Assert.Single(new ExponentialBranchOptions { A = a }.Check());
        Assert.Equal(("CBS0202", "a"), (problem.Code, problem.Path));
    }

    [Theory]
    [InlineData(-0.2)]
    [InlineData(double.PositiveInfinity)]
    public void Any_other_curve_constant_is_allowed(double a) =>
        Assert.Empty(new ExponentialBranchOptions { A = a }.Check());

    [Fact]
    public void Different_curves_up_and_down_are_a_problem_that_names_both_numbers()
    {
        var problem = Assert.Single((Bent with
        {
            Branches = BranchKind.One,
            Depression = new ExponentialBranchOptions { A = -0.5 }
        }).Check());
        Assert.Equal(("CBS0203", "depression.a"), (problem.Code, problem.Path));
        Assert.Contains("-0.5", problem.Message, StringComparison.Ordinal);
        Assert.Contains("0.8", problem.Message, StringComparison.Ordinal);
        Assert.Contains("branches", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_of_different_lengths_are_a_problem_of_one_curve()
    {
        var device = Bent with { Branches = BranchKind.One, Depression = new ExponentialBranchOptions { A = 0.8, Pulses = 7 } };
        var problem = Assert.Single(device.Check());
        Assert.Equal(("CBS0203", "depression.pulses"), (problem.Code, problem.Path));
    }

    [Fact]
    public void Directions_share_a_curve_where_they_are_equal_or_told_to()
    {
        var (same, other) = (new ExponentialBranchOptions { A = 0.8 }, new ExponentialBranchOptions { A = -0.5, Pulses = 7 });
        Assert.True(Bent.CreateLaw().IsOneCurve);
        Assert.True((Bent with { Depression = same }).CreateLaw().IsOneCurve);
        Assert.False((Bent with { Depression = same, Branches = BranchKind.Two }).CreateLaw().IsOneCurve);
        var law = (Bent with { Depression = other }).CreateLaw();
        Assert.Equal((false, 100, 7), (law.IsOneCurve, law.Potentiation.Pulses, law.Depression.Pulses));
    }

    [Fact]
    public void The_shape_of_a_device_multiplies_its_curve_constants()
    {
        var law = (Bent with { Branches = BranchKind.Two }).CreateLaw(potentiationShape: 2, depressionShape: 0.5);
        Near.Equal(new ExponentialCurve(1.6).Fraction(0.3), law.Potentiation.Fraction(30), 0, "rising");
        Near.Equal(new ExponentialCurve(0.4).Fraction(0.3), law.Depression.Fraction(30), 0, "falling");
    }

    [Fact]
    public void All_problems_of_a_device_are_told_at_once()
    {
        var device = Bent with { Gmin = 1e-3, Branches = BranchKind.One, Depression = new ExponentialBranchOptions { A = 1 } };
        Assert.Equal(["CBS0201", "CBS0203"], device.Check().Select(problem => problem.Code));
    }

    [Fact]
    public void A_table_needs_a_conductance_for_each_pulse_number()
    {
        var problem = Assert.Single(Table([0, 1, 2], [1e-6, 2e-6]).Table.Check());
        Assert.Equal(("CBS0204", "conductance"), (problem.Code, problem.Path));
    }

    [Fact]
    public void Every_point_of_a_table_that_does_not_rise_is_told()
    {
        var points = Table([0, 1, 1, double.PositiveInfinity], [1e-6, 3e-6, 2e-6, 4e-6]).Table;
        Assert.Equal(["pulse.2", "pulse.3", "conductance.2"], points.Check().Select(problem => problem.Path));
        Assert.All(points.Check(), problem => Assert.Equal("CBS0205", problem.Code));
    }

    [Fact]
    public void A_table_has_the_window_of_its_ends_unless_told_otherwise()
    {
        var device = Table([0, 5], [1e-6, 2e-6]);
        Assert.Equal(new ConductanceWindow(1e-6, 2e-6), device.Window);
        Assert.Equal(new ConductanceWindow(1e-6, 9e-6), (device with { Gmax = 9e-6 }).Window);
        Assert.Equal("CBS0201", Assert.Single((device with { Gmin = 3e-6 }).Check()).Code);
    }

    [Fact]
    public void Linear_and_measured_devices_may_have_pulses_of_their_own_for_each_direction()
    {
        var (rising, falling) = (new BranchOptions { Pulses = 97 }, new BranchOptions { Pulses = 3 });
        var table = Table([0, 1, 2], [1e-6, 2e-6, 4e-6]);
        foreach (var device in new DeviceOptions[]
            { Linear with { Potentiation = rising, Depression = falling },
                table with { Potentiation = rising, Depression = falling } })
        {
            var law = device.CreateLaw();
            Assert.Equal((false, 97, 3), (law.IsOneCurve, law.Potentiation.Pulses, law.Depression.Pulses));
            Near.Equal(law.Potentiation.Fraction(97 / 3.0), law.Depression.Fraction(1), 1e-15, "the same curve");
        }

        Assert.True((Linear with { Potentiation = rising, Depression = rising }).CreateLaw().IsOneCurve);
        Assert.True((Linear with { Pulses = 3, Depression = falling }).CreateLaw().IsOneCurve);
    }

    [Fact]
    public void A_device_has_one_fraction_for_every_state()
    {
        var fractions = (Bent with { Pulses = 33 }).Fractions();
        var curve = new ExponentialCurve(0.8);
        Assert.Equal(34, fractions.Length);
        Near.Equal([.. Enumerable.Range(0, 34).Select(p => curve.Fraction(p / 33.0))], fractions, 0, "u");
    }

    [Fact]
    public void A_conductance_lies_in_proportion_between_the_ends_of_the_window()
    {
        var window = Linear.Window;
        Near.Equal(1e-6, window.Conductance(0), 0, "gmin");
        Near.Equal(50e-6, window.Conductance(1), 1e-20, "gmax");
        Near.Equal(25.5e-6, window.Conductance(0.5), 1e-20, "middle");
    }

    private static TableDeviceOptions Table(double[] pulses, double[] conductances) =>
        new() { Table = new TablePoints { Pulse = pulses, Conductance = conductances } };
}
