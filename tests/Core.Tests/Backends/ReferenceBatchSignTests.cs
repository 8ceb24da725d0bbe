using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class ReferenceBatchSignTests
{
    [Fact]
    public void A_gradient_above_the_threshold_asks_for_one_pulse_against_it_and_one_at_it_for_none()
    {
        var bench = RuleBench.Column(SmallDevices.Linear(), 5, 5, 5, 5, 5);
        bench.Apply(new ReferenceBatchSign(new BatchSign(0.25)), 0, 0.5, -0.5, 0.25, -0.25, 0);
        Assert.Equal([4, 6, 5, 5, 5], bench.State.Pulses);
        Assert.Equal(new PulseTotals(1, 1, 0), bench.State.Totals());
    }

    [Fact]
    public void A_threshold_of_zero_leaves_only_gradients_of_zero_alone()
    {
        var bench = RuleBench.Column(SmallDevices.Linear(), 0, 5, 5);
        bench.Apply(new ReferenceBatchSign(new BatchSign(0)), 0, 1e-300, 0, double.NaN);
        Assert.Equal([0, 5, 5], bench.State.Pulses);
        Assert.Equal([1, 0, 0], bench.State.RefusedPulses);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(0.21, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.8, 4)]
    [InlineData(1, 5)]
    public void The_quantile_is_the_nearest_rank_among_gradients_that_are_not_zero(double quantile, double expected) =>
        Assert.Equal(expected, ReferenceBatchSign.NearestRank([3, 0, -1, 0, 5, -4, 2, 0], quantile));

    [Fact]
    public void Among_zeros_only_the_quantile_is_zero() =>
        Assert.Equal(0, ReferenceBatchSign.NearestRank([0, 0], 0.9));

    [Fact]
    public void At_most_the_share_above_the_quantile_is_pulsed() =>
        Gen.Select(Gen.Double[-1, 1].Array[1, 50], Gen.Double[0, 1]).Sample((gradients, quantile) =>
        {
            var bench = RuleBench.Column(SmallDevices.Linear(), [.. gradients.Select(_ => 10)]);
            bench.Apply(new ReferenceBatchSign(new BatchSign(0, quantile)), 0, gradients);
            var nonZero = gradients.Count(g => g != 0);
            Assert.InRange(bench.State.Totals().Requested, 0, (long)Math.Floor((1 - quantile) * nonZero + 1e-9));
        });

    [Fact]
    public void The_quantile_is_measured_on_the_first_of_so_many_mini_batches_and_held()
    {
        var bench = RuleBench.Column(SmallDevices.Linear(), 10, 10);
        var rule = new ReferenceBatchSign(new BatchSign(0, Quantile: 0.5, QuantileEvery: 3));
        bench.Apply(rule, 0, 1, 2);
        Assert.Equal([10, 9], bench.State.Pulses);
        bench.Apply(rule, 1, 10, 20);
        bench.Apply(rule, 2, 10, 0.9);
        Assert.Equal([8, 8], bench.State.Pulses);
        bench.Apply(rule, 3, 10, 20);
        Assert.Equal([8, 7], bench.State.Pulses);
    }
}
