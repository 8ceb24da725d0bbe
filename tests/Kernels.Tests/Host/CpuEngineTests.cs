using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Host;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Host;

public sealed class CpuEngineTests
{
    public static TheoryData<int[], Activation, bool, MappingKind> Shapes() => new()
    {
        { [3, 5, 4], Activation.Relu, false, MappingKind.Offset },
        { [33, 17, 10], Activation.Relu, true, MappingKind.Reference },
        { [40, 129, 3], Activation.Sigmoid, true, MappingKind.Offset },
        { [127, 16, 33, 7], Activation.Tanh, false, MappingKind.Differential },
        { [19, 5], Activation.Identity, true, MappingKind.Differential },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Descends_as_the_reference_does(int[] sizes, Activation activation, bool bias, MappingKind mapping)
    {
        var plan = SmallProblems.Plan(sizes, activation, bias, mapping);
        var (expected, actual) = Train(plan, engine => engine.Train(SampleOrder.ForEpoch(77, 0, 1, true), 8, new Sgd(0.05)));
        foreach (var (e, a) in expected.Zip(actual))
            for (var k = 0; k < e.Weights!.Length; k++)
                Assert.Equal(e.Weights[k], a.Weights![k], 2e-5);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Fires_the_pulses_of_the_reference(int[] sizes, Activation activation, bool bias, MappingKind mapping)
    {
        var plan = SmallProblems.Plan(sizes, activation, bias, mapping);
        var (expected, actual) = Train(plan, engine =>
        {
            for (var epoch = 1; epoch <= 3; epoch++)
            {
                engine.Train(SampleOrder.ForEpoch(77, 0, epoch, true), 8, new Sgd(0.05));
                engine.FireSigns(default);
            }
        });
        AssertSameDevices(expected, actual);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Keeps_each_quirk_of_the_original(bool sharedCounters, bool keepTrained)
    {
        var plan = SmallProblems.Plan([33, 17, 10]);
        var (expected, actual) = Train(plan, engine =>
        {
            for (var epoch = 1; epoch <= 4; epoch++)
            {
                engine.Train(SampleOrder.ForEpoch(77, 0, epoch, true), 8, new Sgd(0.05));
                engine.FireSigns(new SignPulseQuirks(sharedCounters, keepTrained));
            }
        });
        AssertSameDevices(expected, actual);
    }

    [Fact]
    public void Gives_the_same_bits_on_any_number_of_threads()
    {
        // Large enough that the work is really split.
        var one = Weights(SmallProblems.Plan([300, 120, 10], samples: 600, batch: 600));
        var three = Weights(SmallProblems.Plan([300, 120, 10], samples: 600, batch: 600, threads: 3));
        Assert.Equal(one, three);
    }

    [Fact]
    public void Scores_as_the_reference_does()
    {
        var plan = SmallProblems.Plan([33, 17, 10], bias: true, samples: 700) with
        {
            Validation = SmallProblems.Samples(300, 33, 10, seed: 5),
        };
        using var reference = new ReferenceEngine(plan);
        using var cpu = new CpuBackend().CreateEngine(plan);
        foreach (var engine in new[] { reference, cpu }) engine.WriteState(SmallProblems.State(plan));
        var (expected, actual) = (reference.Evaluate(SampleChoice.Training), cpu.Evaluate(SampleChoice.Training));
        Assert.Equal(expected.Loss, actual.Loss, 1e-5);
        Assert.Equal(expected.Correct, actual.Correct);
        Assert.Equal(700, actual.Count);
        var (wanted, found) = (reference.Probabilities(SampleChoice.Training), cpu.Probabilities(SampleChoice.Training));
        Assert.Equal(700 * 10, found.Length);
        Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.All(found.Chunk(10), row => Assert.Equal(1, row.Sum(), 1e-5f));
        (expected, actual) = (reference.Evaluate(SampleChoice.Validation), cpu.Evaluate(SampleChoice.Validation));
        Assert.Equal(expected.Loss, actual.Loss, 1e-5);
        Assert.Equal((expected.Correct, 300), (actual.Correct, actual.Count));
    }

    [Fact]
    public void Counts_every_pulse()
    {
        var plan = SmallProblems.Plan([33, 17, 10], mapping: MappingKind.Differential);
        using var engine = new CpuBackend().CreateEngine(plan);
        var start = SmallProblems.State(plan);
        engine.WriteState(start);
        engine.Train(SampleOrder.ForEpoch(77, 0, 1, true), 8, new Sgd(0.05));
        var totals = engine.FireSigns(default);
        var end = engine.ReadState();
        Assert.Equal(totals, end.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Totals()));
        for (var l = 0; l < end.Count; l++)
            for (var d = 0; d < end[l].Pulses.Length; d++)
                Assert.Equal(start[l].Pulses[d] + end[l].PotentiationPulses[d] - end[l].DepressionPulses[d], end[l].Pulses[d]);
    }

    private static double[] Weights(EnginePlan plan)
    {
        using var engine = new CpuBackend().CreateEngine(plan);
        engine.WriteState(SmallProblems.State(plan));
        engine.Train(SampleOrder.ForEpoch(plan.Training.Count, 0, 1, true), plan.Batch, new Sgd(0.05));
        return [.. engine.ReadState().SelectMany(layer => layer.Weights!), engine.Evaluate(SampleChoice.Training).Loss];
    }

    private static (IReadOnlyList<LayerState> Reference, IReadOnlyList<LayerState> Cpu) Train(
        EnginePlan plan, Action<IEngine> training)
    {
        using var reference = new ReferenceEngine(plan);
        using var cpu = new CpuBackend().CreateEngine(plan);
        foreach (var engine in new[] { reference, cpu })
        {
            engine.WriteState(SmallProblems.State(plan));
            training(engine);
        }

        return (reference.ReadState(), cpu.ReadState());
    }

    private static void AssertSameDevices(IReadOnlyList<LayerState> expected, IReadOnlyList<LayerState> actual)
    {
        foreach (var (e, a) in expected.Zip(actual))
        {
            Assert.Equal(e.Pulses, a.Pulses);
            Assert.Equal(e.PotentiationPulses, a.PotentiationPulses);
            Assert.Equal(e.DepressionPulses, a.DepressionPulses);
            Assert.Equal(e.RefusedPulses, a.RefusedPulses);
            for (var k = 0; k < e.Weights!.Length; k++) Assert.Equal(e.Weights[k], a.Weights![k], 1e-4);
        }
    }
}
