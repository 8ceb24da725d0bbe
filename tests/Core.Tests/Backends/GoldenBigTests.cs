using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>One epoch of the 784-128-10 network on the first 256 pictures of MNIST, then its pulses.</summary>
public sealed class GoldenBigTests
{
    // Changes below this depend on the order of a sum; the nearest ones are 5.6e-13 and 2.0e-12.
    private const double DeadBand = 1e-12;

    // Losses are near 30 and sums of 256 terms: the largest difference seen is 1.1e-14.
    private const double LossBound = 1e-12;

    private static readonly JsonElement Big = GoldenFiles.Json("seed/golden_big.json");
    private static readonly NetworkShape Shape = NetworkShape.Dense([784, 128, 10], Activation.Relu, bias: false);

    public static TheoryData<string> Cases => GoldenCase.Names;

    [Fact]
    public void The_first_counters_come_from_the_stated_generator()
    {
        var layers = FirstPulses();
        Assert.Equal(GoldenFiles.Integers(Big.GetProperty("first10_P1")), layers[0][..10]);
        Assert.Equal(GoldenFiles.Integers(Big.GetProperty("last10_P2")), layers[1][^10..]);
        Assert.Equal(Big.GetProperty("sha256_P1_before").GetString(), Hash(layers[0]));
        Assert.Equal(Big.GetProperty("sha256_P2_before").GetString(), Hash(layers[1]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_epoch_on_mnist_moves_the_devices_of_the_golden_run(string name)
    {
        Mnist.SkipWhereAbsent();
        var golden = Big.GetProperty("cases").GetProperty(name);
        using var engine = Start(name);
        var before = Weights(engine);
        CheckScore(engine, golden, "start");

        engine.Train([.. Enumerable.Range(0, 256)], batch: 32, new Sgd(GoldenCase.Rate));
        CheckScore(engine, golden, "trained");
        if (!GoldenCase.IsFaithful(name)) CheckTrained(name, Weights(engine));
        CheckMoves(golden, before, Weights(engine));

        CheckDeadBand(name, golden, before, Weights(engine));
        var fired = engine.FireSigns(GoldenCase.Quirks(name));
        var state = engine.ReadState();
        Assert.Equal(GoldenFiles.Integers(golden.GetProperty("saturated_refused")).Sum(), fired.Refused);
        Assert.Equal(golden.GetProperty("sha256_P1_after").GetString(), Hash(state[0].Pulses));
        Assert.Equal(golden.GetProperty("sha256_P2_after").GetString(), Hash(state[1].Pulses));
        CheckScore(engine, golden, "after");
        Near.Equal(
            golden.GetProperty("test_acc10k_after").GetDouble(),
            engine.Evaluate(SampleChoice.Test).Accuracy, 0, $"{name}: test accuracy");
        if (!GoldenCase.IsFaithful(name)) CheckPulses(name, state, before);
    }

    private static void CheckScore(ReferenceEngine engine, JsonElement golden, string moment)
    {
        var score = engine.Evaluate(SampleChoice.Training);
        Near.Equal(golden.GetProperty($"loss_{moment}").GetDouble(), score.Loss, LossBound, $"loss_{moment}");
        Near.Equal(golden.GetProperty($"acc_{moment}").GetDouble(), score.Accuracy, 0, $"acc_{moment}");
    }

    // The largest difference seen is 2.2e-16.
    private static void CheckTrained(string name, double[][] trained)
    {
        for (var layer = 0; layer < 2; layer++)
            Near.Equal(Golden<double>(name, layer, "W", "trained"), trained[layer], DeadBand, $"{name}: W{layer + 1}");
    }

    private static void CheckMoves(JsonElement golden, double[][] before, double[][] after)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            var counts = golden.GetProperty($"layer{layer + 1}");
            double[] moved = [.. after[layer].Zip(before[layer], (to, from) => to - from)];
            Assert.Equal(counts.GetProperty("up").GetInt32(), moved.Count(d => d > 0));
            Assert.Equal(counts.GetProperty("down").GetInt32(), moved.Count(d => d < 0));
            Assert.Equal(counts.GetProperty("equal").GetInt32(), moved.Count(d => d == 0));
            Assert.Equal(counts.GetProperty("deadband1e12_equal").GetInt32(), moved.Count(d => Math.Abs(d) <= DeadBand));
        }
    }

    private static void CheckDeadBand(string name, JsonElement golden, double[][] before, double[][] trained)
    {
        var mapping = GoldenCase.Pulsed(name);
        var devices = new ReferencePulses(Shape, [mapping, mapping]);
        var first = FirstPulses();
        for (var layer = 0; layer < 2; layer++) devices.Arrays[layer].Devices.Write(At(first[layer]));
        for (var layer = 0; layer < 2; layer++)
        {
            double[] settled = [.. trained[layer].Zip(before[layer], (to, from) => Math.Abs(to - from) <= DeadBand ? from : to)];
            devices.Fire(layer, settled, before[layer], GoldenCase.Quirks(name));
        }

        for (var layer = 0; layer < 2; layer++)
            Assert.Equal(
                golden.GetProperty($"sha256_P{layer + 1}_after_deadband1e12").GetString(),
                    Hash(devices.Arrays[layer].Devices.Read().Pulses));
    }

    private static void CheckPulses(string name, IReadOnlyList<LayerState> state, double[][] before)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            var (trained, pulses) = (Golden<double>(name, layer, "W", "trained"), Golden<int>(name, layer, "P", "after"));
            var wrong = Enumerable.Range(0, pulses.Length).Count(k =>
                Math.Abs(trained[k] - before[layer][k]) > DeadBand && state[layer].Pulses[k] != pulses[k]);
            Assert.Equal(0, wrong);
        }
    }

    private static ReferenceEngine Start(string name)
    {
        var mapping = GoldenCase.Pulsed(name);
        var engine = new ReferenceEngine(new EnginePlan(
            Shape, [mapping, mapping], Samples("train", 256), Samples("t10k", 10_000), batch: 32));
        engine.WriteState([.. FirstPulses().Select(pulses => new LayerState(pulses.Length)
        {
            Pulses = pulses, Weights = GoldenCase.FirstWeights(name, pulses),
        })]);
        return engine;
    }

    private static LayerState At(int[] pulses) => new(pulses.Length) { Pulses = pulses };

    private static SampleSet Samples(string part, int count) =>
        new(Mnist.Images(part, count), Mnist.Labels(part, count), 784);

    private static double[][] Weights(ReferenceEngine engine) =>
        [.. engine.Replicas[0].Network.Layers.Select(layer => layer.Weights.ToArray())];

    private static T[] Golden<T>(string name, int layer, string letter, string moment)
        where T : unmanaged =>
        GoldenFiles.Raw<T>(string.Create(CultureInfo.InvariantCulture, $"seed/golden_{name}_{letter}{layer + 1}_{moment}.bin"));

    private static string Hash(int[] pulses) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<int>(pulses)));

    // Knuth's 64-bit generator, upper half modulo 101, as golden_big.json states.
    private static int[][] FirstPulses()
    {
        var state = 42UL;
        int Next()
        {
            state = unchecked(state * 6364136223846793005UL + 1442695040888963407UL);
            return (int)((state >> 32) % 101);
        }

        return [.. Shape.Layers.Select(layer => Enumerable.Range(0, layer.Weights).Select(_ => Next()).ToArray())];
    }
}
