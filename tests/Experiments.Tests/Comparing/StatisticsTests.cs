using CrossbarSim.Experiments.Comparing;

namespace CrossbarSim.Experiments.Tests.Comparing;

public sealed class StatisticsTests
{
    // Student: The probable error of a mean. Biometrika 6 (1908) 1: hours of sleep gained by ten patients with two drugs.
    // t = 4.0621 with 9 degrees of freedom, p = 0.002833, interval 0.7001 .. 2.4599, as every textbook prints them.
    private static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void The_paired_difference_is_that_of_students_sleep_data()
    {
        var difference = PairedDifference.Of(Second, First);

        Assert.Equal(1.58, difference.Interval.Mean, 1e-12);
        Assert.Equal(0.7001142, difference.Interval.Low!.Value, 1e-6);
        Assert.Equal(2.4598858, difference.Interval.High!.Value, 1e-6);
        Assert.Equal(0.00283289, difference.P!.Value, 1e-7);
        Assert.Equal(difference.P, PairedDifference.Of(First, Second).P);
    }

    [Fact]
    public void The_interval_of_a_mean_is_worked_by_hand()
    {
        // Mean 2, standard deviation 1, t(2, 97.5 %) = 4.30265: half the interval is 4.30265/sqrt 3.
        var interval = SeedInterval.Of([1, 2, 3]);

        Assert.Equal(2, interval.Mean);
        Assert.Equal(2.48414, interval.HalfWidth!.Value, 1e-5);
    }

    [Fact]
    public void One_seed_tells_neither_interval_nor_p()
    {
        var difference = PairedDifference.Of([0.9], [0.8]);

        Assert.Equal(0.1, difference.Interval.Mean, 1e-12);
        Assert.Null(difference.Interval.Low);
        Assert.Null(difference.P);
    }

    [Fact]
    public void Seeds_that_all_differ_alike_leave_no_room_for_chance()
    {
        Assert.Equal(0, PairedDifference.Of([0.75, 0.5], [0.5, 0.25]).P);
        Assert.Equal(1, PairedDifference.Of([0.75, 0.5], [0.75, 0.5]).P);
    }

    [Fact]
    public void Intervals_hold_the_true_mean_as_often_as_they_say()
    {
        var numbers = new Core.Randomness.RandomNumbers(5, Core.Randomness.StreamKind.Fuzz);
        var held = Enumerable.Range(0, 4000).Count(trial => SeedInterval.Of(
            [.. Enumerable.Range(0, 4).Select(k => 3 + numbers.Normal((uint)trial, (uint)k))]) is { Low: < 3, High: > 3 });

        // The binomial spread of 95 % of 4,000 is 13.8.
        Assert.InRange(held, 3800 - 55, 3800 + 55);
    }

    [Fact]
    public void P_values_are_adjusted_as_holm_does()
    {
        // By hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, and 1 x 0.04, which is raised to that before it.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], HolmAdjustment.Of([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1.0, 1.0], HolmAdjustment.Of([0.6, 0.9]));
        Assert.Empty(HolmAdjustment.Of([]));
    }
}
