using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Which device of a pair a weight pulse goes to.</summary>
public sealed class PairUpdateTests
{
    private static readonly DeviceOptions Device = SmallDevices.Linear(8);

    [Theory]
    [InlineData(PairUpdate.Both, true, new[] { 5, 2 })]
    [InlineData(PairUpdate.Both, false, new[] { 3, 4 })]
    [InlineData(PairUpdate.One, true, new[] { 5, 3 })]
    [InlineData(PairUpdate.One, false, new[] { 4, 4 })]
    public void Both_move_apart_and_one_only_potentiates(PairUpdate pair, bool rising, int[] after)
    {
        var bench = RuleBench.Pair(Device, pair, 4, 3);
        Assert.True(bench.Array.Fire(0, rising));
        Assert.Equal(after, bench.State.Pulses);
    }

    [Theory]
    [InlineData(4, 4, true, 5, 4)]
    [InlineData(4, 5, true, 4, 4)]
    [InlineData(3, 5, true, 4, 5)]
    [InlineData(4, 4, false, 3, 4)]
    [InlineData(3, 4, false, 3, 5)]
    [InlineData(4, 3, false, 4, 4)]
    [InlineData(8, 5, true, 8, 4)]
    [InlineData(0, 3, false, 0, 4)]
    public void The_better_one_has_more_of_its_window_left(int plus, int minus, bool rising, int plusAfter, int minusAfter)
    {
        var bench = RuleBench.Pair(Device, PairUpdate.Better, plus, minus);
        Assert.True(bench.Array.Fire(0, rising));
        Assert.Equal([plusAfter, minusAfter], bench.State.Pulses);
    }

    [Fact]
    public void The_better_one_is_refused_only_where_both_are_at_their_ends()
    {
        var bench = RuleBench.Pair(Device, PairUpdate.Better, 8, 0);
        Assert.False(bench.Array.Fire(0, rising: true));
        Assert.Equal([1, 0], bench.State.RefusedPulses);
    }

    [Fact]
    public void Devices_on_branches_of_different_lengths_are_compared_by_shares()
    {
        // Plus stands at 6 of 10 on its way up, minus at 3 of 6 on its way down: rising has 0.4 and 0.5 left.
        var bench = RuleBench.Pair(SmallDevices.TwoBranches(-0.5, 0.5, 10, 6), PairUpdate.Better, 0, 0);
        bench.Devices.Write(LayerState.FromCodes(
            [DevicePosition.Code(6 << 16, depression: false), DevicePosition.Code(3 << 16, depression: true)], true, true));
        Assert.Equal([new DevicePulse(1, Rising: false)], bench.Array.Pulses(0, rising: true));
        Assert.Equal([new DevicePulse(0, Rising: false)], bench.Array.Pulses(0, rising: false));
    }

    [Theory]
    [InlineData(PairUpdate.Both)]
    [InlineData(PairUpdate.One)]
    [InlineData(PairUpdate.Better)]
    public void Signs_of_an_epoch_move_every_kind_of_pair_the_way_its_weight_went(PairUpdate pair) =>
        Gen.Int[-1, 1].Array[6].Sample(signs =>
        {
            var mapping = new WeightMapping(SmallDevices.TwoBranches(-0.5, 0.5),
                new MappingOptions { Kind = MappingKind.Differential, Pair = pair });
            var pulses = new ReferencePulses(NetworkShape.Dense([3, 2], Activation.Relu, bias: false), [mapping]);
            pulses.Arrays[0].Devices.Write(new LayerState(12) { Pulses = [.. Enumerable.Repeat(9, 12)] });
            var before = pulses.Arrays[0].Weights();
            double[] weights = [.. before.Zip(signs, (weight, sign) => weight + 0.001 * sign)];
            var fired = pulses.Fire(0, weights, before, default);
            Assert.Equal(signs, weights.Zip(before, (after, from) => Math.Sign(after - from)));
            Assert.Equal(signs.Count(sign => sign != 0) * (pair == PairUpdate.Both ? 2 : 1), fired.Requested);
        });
}
