using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class TableCurveTests
{
    /// <summary>Between 2 and 30 strictly rising points with steps over six decades.</summary>
    private static readonly Gen<(double[] Pulses, double[] Conductances)> Points =
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3]).Array[1, 29].Select(steps =>
            (Rising(steps.Select(s => s.Item1)), Rising(steps.Select(s => s.Item2))));

    [Fact]
    public void The_curve_passes_through_its_points() =>
        Points.Sample(points =>
        {
            var curve = new TableCurve(points.Pulses, points.Conductances);
            for (var i = 0; i < points.Pulses.Length; i++)
                Near.Equal(Normal(points.Conductances, i), curve.Fraction(Normal(points.Pulses, i)), 1e-15, $"point {i}");
        });

    [Fact]
    public void The_curve_never_falls_and_stays_in_the_window() =>
        Points.Sample(points =>
        {
            // The cubic is evaluated with a handful of roundings of numbers up to 1.
            const double Roundings = 1e-15;
            var curve = new TableCurve(points.Pulses, points.Conductances);
            var before = 0.0;
            for (var k = 0; k <= 500; k++)
            {
                var u = curve.Fraction(k / 500.0);
                Assert.InRange(u, before - Roundings, 1 + Roundings);
                before = u;
            }

            Assert.Equal(1, before);
        });

    [Fact]
    public void Between_points_the_curve_stays_between_their_values()
    {
        var curve = new TableCurve([0, 1, 2, 3], [0, 0.01, 0.99, 1]);
        for (var k = 1; k < 100; k++)
        {
            Assert.InRange(curve.Fraction(k / 300.0), 0, 0.01);
            Assert.InRange(curve.Fraction((200 + k) / 300.0), 0.99, 1);
        }
    }

    [Fact]
    public void Points_on_a_line_give_the_line()
    {
        var curve = new TableCurve([0, 10, 15, 100], [1e-6, 2e-6, 2.5e-6, 11e-6]);
        foreach (var p in new[] { 0, 0.03, 0.1, 0.12, 0.5, 0.99, 1 }) Near.Equal(p, curve.Fraction(p), 1e-14, "u");
    }

    [Fact]
    public void The_position_of_a_fraction_has_that_fraction() =>
        Gen.Select(Points, Gen.Double[0, 1]).Sample((points, u) =>
        {
            var curve = new TableCurve(points.Pulses, points.Conductances);
            var position = curve.Position(u);

            // The first double that reaches u: the one before it does not.
            Assert.True(curve.Fraction(position) >= u - 1e-15);
            Assert.True(position == 0 || curve.Fraction(Math.BitDecrement(position)) <= u + 1e-15);
        });

    [Fact]
    public void The_ends_have_the_positions_of_the_ends()
    {
        var curve = new TableCurve([3, 5, 9], [1e-6, 4e-6, 5e-6]);
        Assert.Equal((0, 1), (curve.Position(0), curve.Position(1)));
        Assert.Equal((0, 1), (curve.Fraction(0), curve.Fraction(1)));
        Near.Equal(2 / 6.0, curve.Position(0.75), 1e-15, "p of the middle point");
    }

    [Theory]
    [InlineData(new double[] { 0 }, new double[] { 0 })]
    [InlineData(new double[] { 0, 1 }, new double[] { 0, 1, 2 })]
    [InlineData(new double[] { 0, 0 }, new double[] { 0, 1 })]
    [InlineData(new double[] { 0, 1 }, new double[] { 1, 1 })]
    [InlineData(new double[] { 0, 1, 2 }, new double[] { 0, 2, 1 })]
    [InlineData(new double[] { 0, double.NaN }, new double[] { 0, 1 })]
    [InlineData(new double[] { 0, double.PositiveInfinity }, new double[] { 0, 1 })]
    [InlineData(new double[] { 0, 1 }, new double[] { double.NegativeInfinity, 1 })]
    public void Points_that_are_no_rising_curve_are_refused(double[] pulses, double[] conductances) =>
        Assert.Throws<ArgumentException>(() => new TableCurve(pulses, conductances));

    private static double Normal(double[] values, int i) => (values[i] - values[0]) / (values[^1] - values[0]);

    private static double[] Rising(IEnumerable<double> powers)
    {
        var sum = 0.0;
        return [0, .. powers.Select(power => sum += Math.Pow(10, power))];
    }
}
