using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Sequences of gradients computed by hand; the step of the linear device is 0.25.</summary>
public sealed class ReferenceAccumulateTests
{
    // Accumulators are floats.
    private const double Bound = 1e-7;

    private static readonly Core.Devices.DeviceOptions Device = SmallDevices.Linear(8);

    [Fact]
    public void A_pulse_is_fired_when_the_accumulator_exceeds_the_step_and_the_step_is_taken_off()
    {
        var bench = RuleBench.Column(Device, 4, 4);
        var rule = Rule(bench, rate: 0.5);
        Step(bench, rule, [0.3, -0.3], pulses: [4, 4], gathered: [0.15, -0.15]);
        Step(bench, rule, [0.2, -0.2], pulses: [4, 4], gathered: [0.25, -0.25]);
        Step(bench, rule, [0.02, -0.02], pulses: [3, 5], gathered: [0.01, -0.01]);
        Assert.Equal(new PulseTotals(1, 1, 0), bench.State.Totals());
    }

    [Fact]
    public void One_update_fires_no_more_than_its_most_and_keeps_the_rest()
    {
        var bench = RuleBench.Column(Device, 4);
        Step(bench, Rule(bench, most: 2), [0.8], pulses: [2], gathered: [0.3]);
        Step(bench, Rule(bench, most: 9), [0.3], pulses: [0], gathered: [0.1]);
    }

    [Fact]
    public void A_refused_pulse_cuts_the_accumulator_to_the_step_and_ends_the_update()
    {
        var bench = RuleBench.Column(Device, 1, 8);
        var rule = Rule(bench, most: 5);
        Step(bench, rule, [1.1, -1.1], pulses: [0, 8], gathered: [0.25, -0.25]);
        Assert.Equal([1, 1], bench.State.RefusedPulses);
        Step(bench, rule, [0.1, 0.1], pulses: [0, 8], gathered: [0.25, -0.15]);
        Assert.Equal([2, 1], bench.State.RefusedPulses);
    }

    [Fact]
    public void The_step_is_that_of_the_counter_in_the_direction_of_the_pulse()
    {
        // u = 0, (e - 1)/(e^2 - 1) = 0.2689, 1: in weights the lower step is 0.5379 and the upper one 1.4621.
        var bench = RuleBench.Column(SmallDevices.OneCurve(0.5, 2), 1, 1);
        var rule = Rule(bench);
        Step(bench, rule, [0.5, -0.6], pulses: [1, 1], gathered: [0.5, -0.6]);
        Step(bench, rule, [0.1, -0.9], pulses: [0, 2], gathered: [0.6 - 0.5378828, -1.5 + 1.4621172]);
    }

    [Fact]
    public void The_controller_knows_nothing_of_a_devices_own_gain()
    {
        var bench = RuleBench.Column(Device.WithSpread(new() { Gain = 0.9 }), 4);
        Step(bench, Rule(bench), [0.3], pulses: null, gathered: [0.05]);
        Assert.NotEqual(3 << 16, bench.Devices.Codes[0]);
    }

    [Fact]
    public void Of_a_pair_that_moves_both_the_step_is_the_sum_of_those_that_can_move()
    {
        // Each device of the pair steps 0.125.
        var both = RuleBench.Pair(Device, PairUpdate.Both, 4, 4);
        Step(both, Rule(both), [0.3], pulses: [3, 5], gathered: [0.05]);
        var one = RuleBench.Pair(Device, PairUpdate.Both, 0, 4);
        Step(one, Rule(one), [0.2], pulses: [0, 5], gathered: [0.075]);
        Assert.Equal(new PulseTotals(1, 0, 1), one.State.Totals());
        var none = RuleBench.Pair(Device, PairUpdate.Both, 8, 0);
        Step(none, Rule(none, most: 3), [-1], pulses: [8, 0], gathered: [-0.25]);
        Assert.Equal(new PulseTotals(0, 0, 2), none.State.Totals());
    }

    [Theory]
    [InlineData(PairUpdate.One, 0.2, 4, 5)]
    [InlineData(PairUpdate.One, -0.2, 5, 4)]
    [InlineData(PairUpdate.Better, 0.2, 3, 4)]
    public void Of_a_pair_that_moves_one_the_step_is_that_ones(PairUpdate pair, double gradient, int plus, int minus)
    {
        var bench = RuleBench.Pair(Device, pair, 4, 4);
        Step(bench, Rule(bench), [gradient], [plus, minus], [gradient - Math.Sign(gradient) * 0.125]);
    }

    [Fact]
    public void A_pair_that_only_potentiates_is_refused_when_its_device_is_used_up()
    {
        var bench = RuleBench.Pair(Device, PairUpdate.One, 4, 8);
        Step(bench, Rule(bench), [0.9], pulses: [4, 8], gathered: [0.125]);
        Assert.Equal(new PulseTotals(0, 0, 1), bench.State.Totals());
    }

    [Fact]
    public void Two_branch_devices_take_the_step_of_the_branch_on_which_they_stand()
    {
        var bench = RuleBench.Column(SmallDevices.TwoBranches(-0.5, 0.5, 10), 5);
        var steps = new NominalSteps(bench.Array.Mapping);
        var rule = Rule(bench);
        var down = steps.Of(depression: false, rising: false)[5];
        Step(bench, rule, [down + 0.01], pulses: null, gathered: [0.01]);
        var p = bench.Devices.Pulses(0);
        Assert.Equal(1, bench.State.Branches![0]);
        var up = steps.Of(depression: true, rising: true)[p];
        Step(bench, rule, [-up - 0.02], pulses: null, gathered: [-0.01]);
    }

    private static ReferenceAccumulate Rule(RuleBench bench, double rate = 1, int most = 1) =>
        new(new Accumulate(rate, most), bench.Array.Mapping);

    private static void Step(
        RuleBench bench, ReferenceAccumulate rule, double[] gradients, int[]? pulses, double[] gathered)
    {
        bench.Apply(rule, 0, gradients);
        if (pulses is not null) Assert.Equal(pulses, bench.State.Pulses);
        Near.Equal(gathered, [.. bench.Layer.Accumulators!.Select(a => (double)a)], Bound, "accumulators");
    }
}
