using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Training;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

public sealed class InitialStateTests
{
    private static readonly EnginePlan Plan = SmallProblems.Plan([127, 33, 10]);

    [Fact]
    public void Uniform_counters_cover_the_window_evenly()
    {
        var counters = Draw(new InitialOptions { Pulses = InitialPulses.Uniform })[0].Pulses;
        var counts = Enumerable.Range(0, 21).Select(p => counters.Count(c => c == p)).ToArray();
        AssertWithinFiveSigma(counts, counters.Length, Enumerable.Repeat(1.0 / 21, 21));
    }

    [Fact]
    public void Rounded_uniform_counters_reach_the_ends_half_as_often()
    {
        var counters = Draw(new InitialOptions { Pulses = InitialPulses.RoundedUniform })[0].Pulses;
        var counts = Enumerable.Range(0, 21).Select(p => counters.Count(c => c == p)).ToArray();
        AssertWithinFiveSigma(counts, counters.Length, Enumerable.Range(0, 21).Select(p => p is 0 or 20 ? 0.025 : 0.05));
    }

    [Fact]
    public void Uniform_conductances_follow_the_curve_backwards()
    {
        // A = 0.8 is convex: half of the conductances lie above P/N = 0.65, and the mean of P is 0.59 N = 11.8.
        var counters = Draw(new InitialOptions { Conductance = InitialConductance.Uniform })[0].Pulses;
        var curve = Plan.Mappings[0].Table;
        var above = counters.Count(p => curve[p] > 0) / (double)counters.Length;
        Assert.InRange(above, 0.44, 0.56);
        Assert.InRange(counters.Average(), 11.4, 12.2);
    }

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Reference)]
    [InlineData(MappingKind.Differential)]
    public void Spread_weights_stay_within_their_spread(MappingKind kind)
    {
        var plan = SmallProblems.Plan([127, 33, 10], mapping: kind);
        var layers = new InitialState(plan, 1).Draw(new InitialOptions { Spread = [0.3, 0.1] });
        using var engine = new Core.Backends.Reference.ReferenceEngine(plan);
        engine.WriteState(layers);
        var weights = engine.ReadState();

        // The nearest state may lie half a step outside; the largest step of A = 0.8, N = 20 is 0.17.
        Assert.All(weights[0].Weights!, w => Assert.InRange(w, -0.39, 0.39));
        Assert.All(weights[1].Weights!, w => Assert.InRange(w, -0.19, 0.19));
        Assert.True(weights[0].Weights!.Max() > 0.2);
    }

    [Fact]
    public void A_layer_draws_the_same_whatever_the_others_are()
    {
        var small = new InitialState(SmallProblems.Plan([127, 33, 5, 10]), 7)
            .Draw(new InitialOptions { Pulses = InitialPulses.Uniform });
        var large = new InitialState(SmallProblems.Plan([127, 33, 10]), 7)
            .Draw(new InitialOptions { Pulses = InitialPulses.Uniform });
        Assert.Equal(small[0].Pulses, large[0].Pulses);
        Assert.NotEqual(small[0].Pulses,
            new InitialState(Plan, 8).Draw(new InitialOptions { Pulses = InitialPulses.Uniform })[0].Pulses);
    }

    [Fact]
    public void A_linear_start_has_the_weights_of_linear_devices()
    {
        var start = new InitialState(Plan, 1);
        var layers = start.Draw(new InitialOptions { Pulses = InitialPulses.Uniform });
        start.StartLinear(layers);
        for (var k = 0; k < layers[0].Pulses.Length; k++)
            Assert.Equal(2 * (layers[0].Pulses[k] / 20.0) - 1, layers[0].Weights![k], 1e-15);
    }

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Differential)]
    public void Normal_weights_have_their_deviation_zero_biases_and_devices_at_the_nearest_state(MappingKind kind)
    {
        var plan = SmallProblems.Plan([127, 330, 10], bias: true, mapping: kind);
        var first = new InitialState(plan, 1).Draw(new InitialOptions { Normal = 0.5 }, keepFloats: true)[0];
        var weights = first.Weights![..(127 * 330)];
        Assert.All(first.Weights[(127 * 330)..], bias => Assert.Equal(0, bias));
        var error = 5 / Math.Sqrt(2.0 * weights.Length);
        Assert.InRange(Math.Sqrt(weights.Average(w => w * w)) / 0.5, 1 - error, 1 + error);
        Assert.True(weights.Max() > 1.5, "weights may lie outside what the devices reach");
        Assert.All(first.Pulses, p => Assert.InRange(p, 0, 20));
        var (plus, minus) = plan.Mappings[0].Nearest(Math.Clamp(weights[0], -1, 1));
        Assert.Equal(kind == MappingKind.Offset ? [plus] : [plus, minus], first.Pulses[..plan.Mappings[0].DevicesPerWeight]);
    }

    [Fact]
    public void Glorot_weights_fill_the_range_of_their_layer()
    {
        var layers = new InitialState(SmallProblems.Plan([127, 33, 10], bias: true), 1)
            .Draw(new InitialOptions { Glorot = GlorotStart.Uniform }, keepFloats: true);
        foreach (var (layer, inputs, outputs) in new[] { (layers[0], 127, 33), (layers[1], 33, 10) })
        {
            var limit = Math.Sqrt(6.0 / (inputs + outputs));
            Assert.All(layer.Weights!, w => Assert.InRange(w, -limit, limit));
            Assert.InRange(layer.Weights!.Max(), 0.97 * limit, limit);
            Assert.InRange(layer.Weights!.Min(), -limit, -0.97 * limit);
        }
    }

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Differential)]
    public void With_pulses_a_glorot_start_is_that_of_the_nearest_states(MappingKind kind)
    {
        var plan = SmallProblems.Plan([127, 33, 10], bias: true, mapping: kind);
        var start = new InitialState(plan, 1);
        var options = new InitialOptions { Glorot = GlorotStart.Uniform };

        var (floats, states) = (start.Draw(options, keepFloats: true)[0], start.Draw(options)[0]);

        Assert.Null(states.Weights);
        Assert.Equal(floats.Pulses, states.Pulses);
        using var engine = new Core.Backends.Reference.ReferenceEngine(plan);
        engine.WriteState([states, start.Draw(options)[1]]);
        // Half of the largest step of A = 0.8, N = 20.
        Near.Equal(floats.Weights!, engine.ReadState()[0].Weights!, 0.09, "weight");
    }

    [Fact]
    public void Weights_that_a_device_cannot_reach_are_cut_to_its_window()
    {
        var plan = SmallProblems.Plan([3, 2, 2]);
        var narrow = new MappingOptions { Wmax = [0.5] };
        var small = plan with { Replicas = [SmallProblems.Replica(plan.Network, SmallDevices.Linear(), narrow)] };
        var counters = new InitialState(small, 1).Draw(new InitialOptions { Glorot = GlorotStart.Uniform })[0].Pulses;
        Assert.All(counters, p => Assert.InRange(p, 0, 20));
    }

    [Fact]
    public void Without_initial_the_epoch_rule_starts_over_the_whole_window_and_the_others_narrowly()
    {
        Assert.Equal(InitialPulses.Uniform, SmallRuns.Experiment(new EpochSignOptions()).Initial.Pulses);
        RuleOptions[] others = [new BatchSignOptions(), new AccumulateOptions(), new StochasticOptions(), new SgdOptions()];
        Assert.All(others, rule => Assert.Equal(GlorotStart.Uniform, SmallRuns.Experiment(rule).Initial.Glorot));
        var given = SmallRuns.Experiment(new SgdOptions()) with { Initial = new InitialOptions { Spread = [0.1] } };
        Assert.Null(given.Initial.Glorot);
    }

    private static IReadOnlyList<LayerState> Draw(InitialOptions options) => new InitialState(Plan, 1).Draw(options);

    private static void AssertWithinFiveSigma(int[] counts, int total, IEnumerable<double> shares)
    {
        foreach (var (count, share) in counts.Zip(shares))
        {
            var sigma = Math.Sqrt(total * share * (1 - share));
            Assert.InRange(count, total * share - 5 * sigma, total * share + 5 * sigma);
        }
    }
}
