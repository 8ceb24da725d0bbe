using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Arrays;

public sealed class NominalStepsTests
{
    private const double Bound = 1e-12;

    [Fact]
    public void All_steps_of_a_linear_device_are_equal_also_those_that_lead_back()
    {
        var steps = Steps(SmallDevices.Linear(4), wmax: 3);
        foreach (var rising in new[] { false, true })
            Near.Equal([1.5, 1.5, 1.5, 1.5, 1.5], steps.Of(depression: false, rising), Bound, $"rising: {rising}");
        Near.Equal(1.5, steps.Granularity, Bound, "granularity");
    }

    [Fact]
    public void A_device_of_a_pair_moves_half_as_far_on_the_same_scale_and_both_together_as_far()
    {
        var steps = Steps(SmallDevices.Linear(4), wmax: 3, MappingKind.Differential);
        Near.Equal(0.75, steps.Of(depression: false, rising: true)[2], Bound, "step");
        Near.Equal(1.5, steps.Granularity, Bound, "granularity");
    }

    [Theory]
    [InlineData(PairUpdate.One)]
    [InlineData(PairUpdate.Better)]
    public void A_weight_pulse_that_moves_one_device_of_a_pair_is_worth_its_step(PairUpdate pair)
    {
        var options = new MappingOptions { Kind = MappingKind.Differential, Wmax = [3], Pair = pair };
        Near.Equal(0.75, new NominalSteps(new WeightMapping(SmallDevices.Linear(4), options)).Granularity, Bound, "granularity");
    }

    [Fact]
    public void Steps_of_one_curve_lie_between_its_states_and_at_the_ends_lead_back() =>
        Gen.Select(Gen.Int[1, 60], Gen.Double[0.2, 3], Gen.Bool).Sample((pulses, size, negative) =>
        {
            var device = SmallDevices.OneCurve(negative ? -size : size, pulses);
            var (steps, u) = (Steps(device), device.Fractions());
            double[] rises = [.. u.Skip(1).Zip(u, (above, below) => 2 * (above - below))];
            Near.Equal([.. rises, rises[^1]], steps.Of(false, rising: true), Bound, "rising");
            Near.Equal([rises[0], .. rises], steps.Of(false, rising: false), Bound, "falling");
        });

    [Fact]
    public void Across_two_branches_a_pulse_walks_its_own_branch_from_the_same_conductance() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30]).Sample((rising, falling) =>
        {
            var device = SmallDevices.TwoBranches(-0.5, 0.7, rising, falling);
            var (law, steps) = (device.CreateLaw(), Steps(device));
            for (var p = 0; p < falling; p++)
            {
                var u = law.Depression.Fraction(p);
                var onto = Math.Min(law.Potentiation.Position(u) + 1, rising);
                var expected = 2 * (law.Potentiation.Fraction(onto) - u);
                Near.Equal(expected, steps.Of(depression: true, rising: true)[p], Bound, $"P = {p}");
            }

            // At the top only falling leads on, and from there it is on the depression branch for both.
            var back = 2 * (1 - law.Depression.Fraction(falling - 1));
            Near.Equal(back, steps.Of(depression: true, rising: true)[falling], Bound, "back, from depression");
            Near.Equal(back, steps.Of(depression: false, rising: true)[rising], Bound, "back, from potentiation");
        });

    [Fact]
    public void Soft_bounds_steps_shrink_in_proportion_to_the_distance()
    {
        var device = SmallDevices.SoftBounds(0.1, 0.2);
        var (law, steps) = (device.CreateLaw(), Steps(device));
        for (var p = 0; p < law.Potentiation.Pulses - 1; p++)
        {
            var left = 1 - law.Potentiation.Fraction(p);
            Near.Equal(2 * 0.1 * left, steps.Of(depression: false, rising: true)[p], Bound, $"P = {p}");
        }

        // Between whole pulses u is linear in the position: a chord of the exact exponential.
        Near.Equal(0.1 * 0.5 + 0.2 * 0.5, steps.Granularity, 5e-3, "granularity");
    }

    [Fact]
    public void Variation_is_unknown_to_the_controller()
    {
        var device = SmallDevices.Linear(4);
        var varied = device.WithSpread(new() { Gain = 0.5, Gmax = 0.1 }).WithNoise(0.1, default);
        Assert.Equal(Steps(device).Of(false, true), Steps(varied).Of(false, true));
    }

    private static NominalSteps Steps(DeviceOptions device, double wmax = 1, MappingKind kind = MappingKind.Offset) =>
        new(new WeightMapping(device, new MappingOptions { Kind = kind, Wmax = [wmax] }));
}
