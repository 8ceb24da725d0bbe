using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices.Steps;

public sealed class StepLawTests
{
    private static readonly Gen<double> Steps = Gen.Double[0.001, 0.99];

    [Fact]
    public void Every_pulse_up_closes_the_share_of_what_is_left_until_nothing_is() =>
        Steps.Sample(step =>
        {
            var branch = SmallDevices.SoftBounds(step, 0.5).CreateLaw().Potentiation;
            var u = branch.Fractions();
            for (var p = 1; p < branch.Pulses; p++) Near.Equal(1 - Math.Pow(1 - step, p), u[p], 1e-12, $"P = {p}");
            Assert.InRange(1 - u[^2], StepLaw.EndDistance, 1);
            Assert.InRange((1 - u[^2]) * (1 - step), 0, StepLaw.EndDistance);
            Assert.Equal((0, 1), (u[0], u[^1]));
        });

    [Fact]
    public void Falling_is_the_mirror_image_of_rising() =>
        Steps.Sample(step =>
        {
            var law = SmallDevices.SoftBounds(step, step).CreateLaw();
            var (up, down) = (law.Potentiation.Fractions(), law.Depression.Fractions());
            Near.Equal([.. up.Reverse().Select(u => 1 - u)], down, 1e-15, "u");
            Assert.False(law.IsOneCurve);
        });

    [Fact]
    public void A_law_that_is_cut_after_so_many_pulses_jumps_to_its_end_with_the_last()
    {
        var u = SmallDevices.SoftBounds(0.25, 0.5, pulses: 3).CreateLaw().Potentiation.Fractions();
        Near.Equal([0, 0.25, 0.4375, 1], u, 1e-15, "u");
    }

    [Fact]
    public void Between_whole_pulses_the_conductance_is_linear_and_positions_are_found_again() =>
        Gen.Select(Steps, Gen.Double[0, 1]).Sample((step, share) =>
        {
            var branch = SmallDevices.SoftBounds(step, 0.5).CreateLaw().Potentiation;
            var position = share * branch.Pulses;
            var below = Math.Min((int)position, branch.Pulses - 1);
            var (low, high) = (branch.Fraction(below), branch.Fraction(below + 1));
            Near.Equal(low + (position - below) * (high - low), branch.Fraction(position), 1e-14, "u");
            Near.Equal(position, branch.Position(branch.Fraction(position)), 1e-8, "position");
        });

    [Fact]
    public void Only_fractions_that_rise_from_0_to_1_are_a_curve()
    {
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0]));
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0, 0.5, 0.5, 1]));
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0.1, 1]));
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0, 0.9]));
        Assert.Equal(3, new SteppedCurve([0, 0.2, 0.3, 1]).Pulses);
    }
}
