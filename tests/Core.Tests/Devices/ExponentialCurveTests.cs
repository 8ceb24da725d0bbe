using System.Globalization;
using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class ExponentialCurveTests
{
    // A weight is 2 F - 1, and F a product of an exponential (half an ulp) and a quotient of two expm1 (4 ulp
    // each at worst): 20 half-ulp of 1. The largest error seen is 7.8e-16, at A = 0.05.
    private const double CurveBound = 2e-15;

    /// <summary>Every decade of A that floats can tell from linear, both signs.</summary>
    private static readonly Gen<double> Constants =
        Gen.Select(Gen.Double[-3, 18], Gen.Bool, (power, up) => (up ? 1 : -1) * Math.Pow(10, power));

    public static TheoryData<string> HazardousConstants =>
        [.. GoldenFiles.Csv("seed/curves_hazards.csv").Select(row => row["A"])];

    [Theory]
    [MemberData(nameof(HazardousConstants))]
    public void Both_directions_agree_with_sixty_digits(string a)
    {
        var curve = new ExponentialCurve(Number(a));
        var points = GoldenFiles.Csv("seed/curves.csv").Where(row => row["A"] == a).ToList();
        Assert.Equal(20, points.Count);
        foreach (var point in points)
        {
            var p = Number(point["P"]);
            Near.Equal(Number(point["LTP_60digit"]), 2 * curve.Fraction(p) - 1, CurveBound, $"LTP({p}; {a})");
            Near.Equal(Number(point["LTD_60digit"]), 2 * curve.Fraction(1 - p) - 1, CurveBound, $"LTD({p}; {a})");
        }
    }

    [Fact]
    public void The_linear_curve_is_the_golden_line()
    {
        var line = new LinearCurve();
        foreach (var point in GoldenFiles.Csv("seed/curves.csv"))
            Near.Equal(Number(point["L"]), 2 * line.Fraction(Number(point["P"])) - 1, double.Epsilon, "L");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void A_constant_of_zero_or_nan_is_refused(double a) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialCurve(a));

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e17)]
    public void An_infinite_constant_is_linear(double a)
    {
        var curve = new ExponentialCurve(a);
        foreach (var p in new[] { 0, 0.1, 0.5, 0.75, 1 })
        {
            Assert.Equal(p, curve.Fraction(p));
            Assert.Equal(p, curve.Position(p));
        }
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(0.5)]
    public void The_sign_of_the_constant_decides_the_curvature(double a)
    {
        var middle = new ExponentialCurve(a).Fraction(0.5);
        Assert.Equal(a < 0, middle > 0.5);
    }

    [Fact]
    public void Every_curve_rises_from_zero_to_one() =>
        Gen.Select(Constants, Gen.Int[1, 30_000]).Sample(
            (a, pulses) =>
            {
                var curve = new ExponentialCurve(a);
                Assert.Equal(0, curve.Fraction(0));
                Near.Equal(1, curve.Fraction(1), 2e-16, "the upper end");
                var stride = Math.Max(1, pulses / 200);
                for (var p = 0; p + 1 <= pulses; p += stride)
                {
                    var (low, high) = (curve.Fraction((double)p / pulses), curve.Fraction((p + 1.0) / pulses));
                    Assert.True(low <= high, $"u falls from {low:R} to {high:R} after pulse {p} of {pulses}");
                    Assert.InRange(low, 0, 1);
                }
            },
            iter: 500);

    [Fact]
    public void The_position_of_a_fraction_has_that_fraction() =>
        Gen.Select(Constants, Gen.Double[0, 1]).Sample(
            (a, u) =>
            {
                var curve = new ExponentialCurve(a);
                var position = curve.Position(u);
                Assert.InRange(position, 0, 1);

                // An ulp of the position is worth at most the steepest slope, 1/|A| for a bent curve.
                Near.Equal(u, curve.Fraction(position), 4e-16 * (4 + 1 / Math.Abs(a)), "u");
            },
            iter: 2_000);

    [Theory]
    [MemberData(nameof(HazardousConstants))]
    public void The_ends_have_the_positions_of_the_ends(string a)
    {
        var curve = new ExponentialCurve(Number(a));
        Near.Equal(0, curve.Position(0), 0, "the lower end");
        Near.Equal(1, curve.Position(1), 4e-16, "the upper end");
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(-0.05)]
    [InlineData(0.00138)]
    public void The_counter_of_a_state_is_found_again_where_its_step_is_resolved(double a)
    {
        // An ulp of u near 1 is 1e-4 of this distance from 1, so 1e-4 |A| of p; with A = -0.05 some 5e-6.
        const double Resolved = 1e-12;
        var curve = new ExponentialCurve(a);
        for (var p = 0; p <= 100; p++)
        {
            var u = curve.Fraction(p / 100.0);
            if (a < 0 && 1 - u < Resolved) continue;
            Near.Equal(p / 100.0, curve.Position(u), 1e-5, "p");
        }
    }

    private static double Number(string text) => text == "inf"
        ? double.PositiveInfinity
        : double.Parse(text, CultureInfo.InvariantCulture);
}
