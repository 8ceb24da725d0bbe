using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class UpdateNonlinearityTests
{
    [Fact]
    public void The_label_found_on_a_curve_is_the_one_that_it_was_made_from() =>
        Gen.Double[-9, 9].Where(label => Math.Abs(label) > 0.01).Sample(
            label => Near.Equal(
                label, UpdateNonlinearity.Of(new ExponentialCurve(-NeurosimLabel.Constant(label))), 1e-6, "label"),
            iter: 200);

    [Fact]
    public void A_straight_line_has_none() => Assert.Equal(0, UpdateNonlinearity.Of(new LinearCurve()));

    [Fact]
    public void A_kink_between_the_places_that_are_looked_at_is_found()
    {
        // u = 0.5 at p = 0.1003: the distance from the diagonal is 0.3997.
        var curve = new TableCurve([0, 0.1003, 1], [0, 0.5, 1]);
        Assert.True(UpdateNonlinearity.Of(curve) >= 0.3997 / (0.07 * Math.Sqrt(2)) - 1e-9);
    }
}
