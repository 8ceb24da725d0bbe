using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Problems;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class NeurosimLabelTests
{
    [Theory]
    [InlineData(0.01, 126.268958)]
    [InlineData(0.5, 2.519877)]
    [InlineData(1, 1.251653)]
    [InlineData(2, 0.609035)]
    [InlineData(2.4, 0.499181)]
    [InlineData(4.88, 0.200303)]
    [InlineData(6, 0.135619)]
    [InlineData(9, 0.022810)]
    public void The_published_table_is_reproduced_to_its_last_digit(double label, double a)
    {
        Near.Equal(a, NeurosimLabel.Constant(label), 5e-7, "a");
        Near.Equal(-a, NeurosimLabel.Constant(-label), 5e-7, "a of the negative label");
    }

    [Fact]
    public void The_label_of_the_constant_of_a_label_is_that_label() =>
        Gen.Double[-9, 9].Sample(label =>
            Near.Equal(label, NeurosimLabel.Of(NeurosimLabel.Constant(label)), 1e-15 * (1 + Math.Abs(label)), "label"));

    [Fact]
    public void Labels_near_zero_are_as_exact_as_others()
    {
        // d = 1/(8 a) - 1/(576 a^3) + ... for large a.
        const double Unit = 0.07 * 1.4142135623730951;
        foreach (var label in new[] { 1e-12, 1e-8, 1e-5 })
            Near.Equal(1, 8 * label * Unit * NeurosimLabel.Constant(label), 1e-11, $"8 d a of label {label}");
    }

    [Fact]
    public void The_label_is_the_largest_distance_from_the_diagonal() =>
        Gen.Double[0.05, 9].Sample(label =>
        {
            const int Points = 20_000;
            var curve = new ExponentialCurve(-NeurosimLabel.Constant(label));
            var distance = Enumerable.Range(0, Points + 1).Max(k => curve.Fraction((double)k / Points) - (double)k / Points);

            // Between points the distance is missed by its curvature, 1/(8 a n^2) and more.
            Near.Equal(label, distance / (0.07 * Math.Sqrt(2)), 1e-4, "label");
        }, iter: 20);

    [Fact]
    public void Zero_is_linear_and_labels_end_at_nine()
    {
        Assert.Equal(double.PositiveInfinity, NeurosimLabel.Constant(0));
        Assert.Equal(0, NeurosimLabel.Of(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeurosimLabel.Constant(9.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeurosimLabel.Constant(double.NaN));
    }

    [Theory]
    [InlineData(97, 2.4, 0.02363, 0.003254)]
    [InlineData(100, 4.88, 0.04903, 0.000350)]
    [InlineData(64, 1, 0.02255, 0.010270)]
    public void First_and_last_pulses_have_the_published_sizes(int pulses, double label, double first, double last)
    {
        var device = AnyLaw.Neurosim(label, -label, pulses, pulses);
        var (up, down) = (device.CreateLaw().Potentiation.Fractions(), device.CreateLaw().Depression.Fractions());
        Near.Equal([first, last], [up[1], 1 - up[^2]], 6e-6, "rising");
        Near.Equal([first, last], [1 - down[^2], down[1]], 6e-6, "falling");
    }

    [Fact]
    public void A_in_pulses_and_the_label_that_it_has_are_the_same_law()
    {
        var label = AnyLaw.Neurosim(2.4, -4.88, 97, 100);
        var direct = label with
        {
            Potentiation = new NeurosimBranchOptions { APulses = 97 * NeurosimLabel.Constant(2.4), Pulses = 97 },
            Depression = new NeurosimBranchOptions { APulses = -100 * NeurosimLabel.Constant(4.88), Pulses = 100 },
        };
        Near.Equal(label.CreateLaw().Potentiation.Fractions(), direct.CreateLaw().Potentiation.Fractions(), 1e-14, "rising");
        Near.Equal(label.CreateLaw().Depression.Fractions(), direct.CreateLaw().Depression.Fractions(), 1e-14, "falling");
        Assert.Equal(("nonlinearity", "a_pulses"), (label.ShapeKey, direct.ShapeKey));
        Assert.Null((label with { Depression = direct.Depression }).ShapeKey);
    }

    [Fact]
    public void The_shape_of_a_device_multiplies_its_labels()
    {
        var law = AnyLaw.Neurosim(2, -4, 10, 10).CreateLaw(potentiationShape: 1.5, depressionShape: 0.5);
        var same = AnyLaw.Neurosim(3, -2, 10, 10).CreateLaw();
        Near.Equal(same.Potentiation.Fractions(), law.Potentiation.Fractions(), 0, "rising");
        Near.Equal(same.Depression.Fractions(), law.Depression.Fractions(), 0, "falling");
    }

    [Fact]
    public void Exactly_one_of_the_two_ways_must_be_given()
    {
        Assert.Equal(("CBS0223", ""), Only(new NeurosimBranchOptions()));
        Assert.Equal(("CBS0223", "nonlinearity"), Only(new NeurosimBranchOptions { APulses = 3, Nonlinearity = 1 }));
        Assert.Equal(("CBS0202", "a_pulses"), Only(new NeurosimBranchOptions { APulses = 0 }));
        Assert.Equal(("CBS0202", "a_pulses"), Only(new NeurosimBranchOptions { APulses = double.NaN }));
        Assert.Empty(new NeurosimBranchOptions { Nonlinearity = 0 }.Check());
    }

    private static (string Code, string Path) Only(NeurosimBranchOptions branch) =>
        Assert.Single(branch.Check().Select((Problem problem) => (problem.Code, problem.Path)));
}
