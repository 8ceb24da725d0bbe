using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class ReferenceStochasticTests
{
    private const int Trials = 20_000;
    private const int Lines = 3;
    private const double Granularity = 2.0 / 30_000;

    private static readonly WeightMapping Mapping = new(SmallDevices.Linear(30_000), new MappingOptions());
    private static readonly double[] Inputs = [0.9, 0, -0.4];
    private static readonly double[] Deltas = [0.002, -0.01];

    // Managed and not; several slots, one slot, and so steep a rate that large d are clipped.
    [Theory]
    [InlineData(0.03, 31, true, true)]
    [InlineData(0.003, 9, true, true)]
    [InlineData(0.03, 9, true, false)]
    [InlineData(0.03, 1, true, false)]
    [InlineData(0.01, 9, false, false)]
    [InlineData(1.0, 5, true, true)]
    [InlineData(1.0, 5, true, false)]
    public void Pulses_of_a_sample_have_the_mean_and_variance_of_coincidences(
        double rate, int length, bool update, bool lengthManaged)
    {
        var rule = new Stochastic(rate, length, update, lengthManaged);
        var counts = Count(rule);
        var trains = PulseTrains.Plan(rule, Granularity, 0.9, 0.01);
        for (var row = 0; row < Inputs.Length; row++)
            for (var column = 0; column < Deltas.Length; column++)
                Judge(counts[row * 2 + column], trains, Inputs[row], Deltas[column]);
    }

    [Fact]
    public void Pulses_go_against_the_product_and_expect_the_step_of_gradient_descent()
    {
        var rule = new Stochastic(0.03);
        var counts = Count(rule);
        Assert.All(counts[2..4], samples => Assert.All(samples, pulses => Assert.Equal(0, pulses)));
        for (var cell = 0; cell < counts.Length; cell++)
        {
            var product = Inputs[cell / 2] * Deltas[cell % 2];
            var expected = -rule.Rate * product / Granularity;
            Assert.All(counts[cell], pulses => Assert.True(pulses * expected >= 0));
            Statistics.Within(expected, counts[cell].Average(), Math.Sqrt(Math.Abs(expected) / Trials), $"pulses of {cell}");
        }
    }

    [Fact]
    public void The_lines_of_a_slot_are_told_by_seed_layer_line_sample_and_slot()
    {
        // With k = 31/4 and 31 slots, both lines fire half of the time.
        var rule = new Stochastic(31 * Granularity / 4, 31, UpdateManagement: true, LengthManagement: false);
        var bench = new RuleBench(Mapping, Lines, Lines, seed: 9, layer: 2);
        Middle(bench);
        bench.Layer.Forward([.. Enumerable.Repeat(1.0, 2 * Lines)], 2);
        bench.Layer.Backward([.. Enumerable.Repeat(1.0, 2 * Lines)], 2);
        new ReferenceStochastic(rule, bench.Array).Apply(bench.Layer, bench.Array, new MiniBatch(0, FirstSample: 40, Count: 2));
        var expected = Enumerable.Range(0, Lines * Lines).Select(cell =>
            Coincidences(cell / Lines, cell % Lines, 40) + Coincidences(cell / Lines, cell % Lines, 41));
        Assert.Equal(expected, bench.State.DepressionPulses);
    }

    [Fact]
    public void The_bias_line_is_a_line_with_input_one()
    {
        var layer = new ReferenceLayer(new(1, 1, Bias: true));
        layer.Forward([0.25], 1);
        Assert.Equal([0.25, 1], layer.InputsOf(0));
    }

    private static int Coincidences(int row, int column, int sample) => Enumerable.Range(0, 31).Count(slot =>
        Fires(StreamKind.WordLineTrain, row, sample, slot) && Fires(StreamKind.BitLineTrain, column, sample, slot));

    private static bool Fires(StreamKind kind, int line, int sample, int slot) =>
        new RandomNumbers(9, kind, 2).Words((uint)line, (uint)sample, (uint)slot / 4)[slot % 4] < 0x8000_0000;

    // Signed pulses of each device in each of many samples, all with the same x and d.
    private static double[][] Count(Stochastic rule)
    {
        var bench = new RuleBench(Mapping, Inputs.Length, Deltas.Length);
        bench.Layer.Forward(Inputs, 1);
        bench.Layer.Backward(Deltas, 1);
        var stochastic = new ReferenceStochastic(rule, bench.Array);
        var counts = Enumerable.Range(0, Inputs.Length * Deltas.Length).Select(_ => new double[Trials]).ToArray();
        for (var sample = 0; sample < Trials; sample++)
        {
            Middle(bench);
            stochastic.Apply(bench.Layer, bench.Array, new MiniBatch(sample, sample, 1));
            for (var cell = 0; cell < counts.Length; cell++) counts[cell][sample] = bench.Devices.Pulses(cell) - 15_000;
        }

        return counts;
    }

    private static void Middle(RuleBench bench)
    {
        var state = new LayerState(bench.Layer.Shape.Weights);
        Array.Fill(state.Pulses, 15_000);
        bench.Devices.Write(state);
    }

    // A binomial number of n slots with p = A|d| B|x|; its fourth central moment gives the error of the variance.
    private static void Judge(double[] counts, PulseTrains trains, double x, double d)
    {
        var (n, p) = (trains.Slots, Probability(trains.InputScale * x) * Probability(trains.DeltaScale * d));
        var (mean, variance) = (-Math.Sign(x * d) * n * p, n * p * (1 - p));
        var fourth = variance * (1 + 3 * (n - 2) * p * (1 - p));
        Statistics.Within(mean, counts.Average(), Math.Sqrt(variance / Trials) + 1e-12, $"pulses at x = {x}, d = {d}");
        Statistics.Within(variance, counts.Average(c => (c - mean) * (c - mean)),
            Math.Sqrt(Math.Max(0, fourth - variance * variance) / Trials) + 1e-12, $"variance at x = {x}, d = {d}");
    }

    private static double Probability(double scaled) => Math.Min(1, Math.Abs(scaled));
}
