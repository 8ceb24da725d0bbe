using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Simulator.Comparing;

namespace CrossbarSim.Simulator.Tests.Comparing;

public sealed class VerdictTests
{
    private static readonly DeviceSummary First = Device("first", [0.94, 0.95, 0.96], null, null);

    [Fact]
    public void The_first_device_is_what_the_others_are_compared_with() =>
        Assert.Equal("first: 95.0 % correct, mean of 3 seeds (95 % interval 92.5 to 97.5).", Verdict.Of(First, First, []));

    [Fact]
    public void A_difference_is_told_with_its_interval() =>
        Assert.Equal("bad: 2.00 points below first (95 % interval 1.50 to 2.50, p < 0.001).",
            Verdict.Of(Device("bad", [0.92, 0.93, 0.94], new(-0.02, -0.025, -0.015, 3), 0.0002), First, []));

    [Fact]
    public void No_difference_says_how_large_one_may_have_been_missed() =>
        Assert.Equal("like: no difference from first was found (0.00 points, 95 % interval -0.30 to +0.40, p = 0.8); "
            + "one of up to 0.40 points may have been missed.",
            Verdict.Of(Device("like", [0.94, 0.95, 0.96], new(-0.00001, -0.003, 0.004, 3), 0.8), First, []));

    [Fact]
    public void An_interval_that_leaves_0_out_is_no_finding_where_many_were_compared() =>
        Assert.StartsWith("one: no difference from first was found (+0.50 points, 95 % interval +0.10 to +0.90, p = 0.07)",
            Verdict.Of(Device("one", [0.95, 0.95, 0.96], new(0.005, 0.001, 0.009, 3), 0.07), First, []),
            StringComparison.Ordinal);

    [Fact]
    public void One_seed_claims_nothing() =>
        Assert.Equal("one: 1.00 points above first with one seed, which does not tell whether by chance: give --seeds 2 or more.",
            Verdict.Of(Device("one", [0.96], new(0.01, null, null, 1), null), First, []));

    [Fact]
    public void The_same_is_called_the_same() =>
        Assert.Equal("twin: the same as first with every seed.",
            Verdict.Of(Device("twin", [0.94, 0.95, 0.96], new(0, 0, 0, 3), 1), First, []));

    [Fact]
    public void The_costliest_parameter_is_named_where_its_gain_is_no_chance()
    {
        var device = Device("bad", [0.92, 0.93, 0.94], new(-0.02, -0.025, -0.015, 3), 0.0002);
        Assert.EndsWith("; its c2c costs most (1.50 points, 95 % interval 1.40 to 1.60).",
            Verdict.Of(device, First, [Row("states", 0.01, 0.01), Row("c2c", 0.015, 0.001), Row("d2d", 0.05, 0.3)]),
            StringComparison.Ordinal);
        Assert.EndsWith("; no single parameter of it was found to cost accuracy.",
            Verdict.Of(device, First, [Row("states", -0.01, 0.01), Row("d2d", 0.05, 0.3)]), StringComparison.Ordinal);
        Assert.EndsWith("; what its parameters cost needs --seeds 2 or more.",
            Verdict.Of(device, First, [Row("states", 0.01, null)]), StringComparison.Ordinal);
    }

    private static SensitivityRow Row(string parameter, double gain, double? p) => new("bad", parameter,
        SeedInterval.Of([0.9, 0.9]), new(new(gain, gain - 0.001, gain + 0.001, 3), p), p);

    private static DeviceSummary Device(string name, double[] accuracies, SeedInterval? difference, double? p) => new(
        name, 10, SeedInterval.Of(accuracies), difference is null ? null : new(difference, p), p, 0, 0, new PulseCounts(), null);
}
