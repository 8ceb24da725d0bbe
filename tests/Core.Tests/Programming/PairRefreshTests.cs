using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Programming;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Programming;

public sealed class PairRefreshTests
{
    private static readonly MappingOptions Pairs = new()
    {
        Kind = MappingKind.Differential,
        Pair = PairUpdate.One,
        Refresh = new RefreshOptions { Above = 0.8 },
    };

    [Fact]
    public void A_pair_that_stands_high_is_reset_and_its_difference_programmed_again()
    {
        var state = new LayerState(6) { Pulses = [19, 7, 5, 17, 16, 16] };
        var after = Refresh(SmallDevices.Linear()).Apply(state);

        // 20 pulses: above 0.8 is from P = 17 on; the third pair stands at it, not above.
        Assert.Equal([12, 0, 0, 12, 16, 16], after.Pulses);
        Assert.Equal([12, 0, 0, 12, 0, 0], after.PotentiationPulses);
        Assert.Equal([1, 1, 1, 1, 0, 0], after.DepressionPulses);
        Assert.Equal([19, 7, 5, 17, 16, 16], state.Pulses);
    }

    [Fact]
    public void A_device_at_the_low_end_needs_no_reset_and_equal_devices_no_pulses()
    {
        var after = Refresh(SmallDevices.Linear()).Apply(new LayerState(6) { Pulses = [0, 20, 20, 20, 0, 0] });

        Assert.Equal([0, 20, 0, 0, 0, 0], after.Pulses);
        Assert.Equal([0, 1, 1, 1, 0, 0], after.DepressionPulses);
        Assert.Equal([0, 20, 0, 0, 0, 0], after.PotentiationPulses);
    }

    [Fact]
    public void The_weight_survives_within_half_a_step_and_accumulators_stay()
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5);
        var state = new LayerState(6) { Pulses = [19, 7, 18, 13, 2, 20], Accumulators = [1, 2, 3] };
        var mapping = new WeightMapping(device, Pairs);
        var before = new AgedArray(mapping, 3, 1, 0).Weights(state, 0, 0);
        var after = Refresh(device).Apply(state);

        var largest = device.Fractions().Skip(1).Zip(device.Fractions(), (next, u) => next - u).Max();
        Near.Equal(before, new AgedArray(mapping, 3, 1, 0).Weights(after, 0, 0), largest / 2, "weights");
        Assert.Equal(state.Accumulators, after.Accumulators);
    }

    [Fact]
    public void A_device_that_is_stuck_refuses_the_reset()
    {
        var device = SmallDevices.Linear().Varied(_ => new() { Faults = new() { StuckGmax = 1 } });
        var after = Refresh(device).Apply(new LayerState(6) { Pulses = [19, 7, 5, 17, 16, 16] });

        Assert.Equal([20, 20, 20, 20, 20, 20], after.Pulses);
        Assert.Equal([0, 0, 0, 0, 0, 0], after.DepressionPulses);
        Assert.Equal([1, 1, 1, 1, 1, 1], after.RefusedPulses);
    }

    [Fact]
    public void Gain_and_noise_of_the_devices_act_on_the_pulses_that_set_it_again()
    {
        var device = SmallDevices.Linear().WithNoise(0.02, Core.Devices.Variation.NoiseReference.Window);
        var after = Refresh(device).Apply(new LayerState(6) { Pulses = [19, 7, 5, 17, 16, 16] });

        Assert.NotEqual(12 << DevicePosition.Bits, after.PositionsQ16![0]);
        Assert.InRange(after.Pulses[0], 9, 15);
    }

    [Fact]
    public void A_device_that_is_stuck_high_is_made_up_for_by_its_partner()
    {
        var device = SmallDevices.Linear() with
        {
            Variation = new Core.Devices.Variation.VariationOptions { Faults = new() { StuckGmax = 0.4 } },
        };
        var mapping = new WeightMapping(device, Pairs);
        var state = new LayerState(200) { Pulses = [.. Enumerable.Range(0, 200).Select(k => 10 + k % 5)] };
        var before = new AgedArray(mapping, 100, 1, 0).Weights(state);
        var after = new PairRefresh(mapping, 100, 1, 0).Apply(state);
        var stuck = new Core.Devices.Variation.DevicePopulation(device, 1, 0, 200).StuckAt!;

        // Where one alone is stuck; two that are stand for nothing, whatever is done.
        Assert.InRange(stuck.Count(at => at >= 0), 50, 110);
        Near.Equal(before, new AgedArray(mapping, 100, 1, 0).Weights(after), 1e-12, "weights");
    }

    private static PairRefresh Refresh(DeviceOptions device) => new(new WeightMapping(device, Pairs), 3, 1, 0);
}
