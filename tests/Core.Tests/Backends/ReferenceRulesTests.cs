using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>What every pulse rule keeps to, on networks of devices with every kind of variation.</summary>
public sealed class ReferenceRulesTests
{
    private const int Batch = 8;

    private static readonly NetworkShape Shape = NetworkShape.Dense([9, 5, 3], Activation.Tanh, bias: true);

    private static readonly Dictionary<string, BatchRule> ByName = new()
    {
        ["batch-sign"] = new BatchSign(0.01),
        ["quantile"] = new BatchSign(0, Quantile: 0.7, QuantileEvery: 2),
        ["accumulate"] = new Accumulate(2, MaxPulses: 3),
        ["stochastic"] = new Stochastic(5),
        ["unmanaged"] = new Stochastic(5, 7, UpdateManagement: false, LengthManagement: false),
    };

    public static TheoryData<string> Rules => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_replica_is_the_same_alone_and_in_any_company(string rule)
    {
        using var all = Engine([0, 1, 2]);
        Train(all, ByName[rule], 0, 40);
        foreach (var company in new int[][] { [0], [1], [2], [2, 0], [1, 1] })
        {
            using var some = Engine(company);
            Train(some, ByName[rule], 0, 40);
            for (var place = 0; place < company.Length; place++)
                Same(all.ReadState(company[place]), some.ReadState(place));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Stopping_between_two_epochs_changes_nothing(string rule)
    {
        using var whole = Engine([0, 1, 2]);
        Train(whole, ByName[rule], 0, 40);
        Train(whole, ByName[rule], 40, 24);
        using var first = Engine([0, 1, 2]);
        Train(first, ByName[rule], 0, 40);
        using var second = Engine([0, 1, 2]);
        for (var replica = 0; replica < 3; replica++) second.WriteState(replica, first.ReadState(replica));
        Train(second, ByName[rule], 40, 24);
        for (var replica = 0; replica < 3; replica++) Same(whole.ReadState(replica), second.ReadState(replica));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Weights_are_those_of_the_devices_and_every_replica_has_fired(string rule)
    {
        using var engine = Engine([0, 1, 2]);
        Train(engine, ByName[rule], 0, 40);
        var totals = engine.TotalsAll();
        for (var replica = 0; replica < 3; replica++)
        {
            Assert.InRange(totals[replica].Potentiation, 1, int.MaxValue);
            Assert.InRange(totals[replica].Depression, 1, int.MaxValue);
            var state = engine.ReadState(replica);
            for (var layer = 0; layer < 2; layer++)
                Assert.Equal(engine.Replicas[replica].Arrays[layer].Weights(), state[layer].Weights);
            engine.WriteState(replica, [.. state.Select(layer => { layer.Weights = null; return layer; })]);
            Same(state, engine.ReadState(replica), weights: false);
        }
    }

    [Fact]
    public void A_quantile_is_held_by_mini_batches_and_not_by_samples()
    {
        using var held = Engine([0]);
        using var measured = Engine([0]);
        Train(held, new BatchSign(0, Quantile: 0.7, QuantileEvery: Batch), 0, 4 * Batch);
        Train(measured, new BatchSign(0, Quantile: 0.7, QuantileEvery: 1), 0, 4 * Batch);
        Assert.NotEqual(held.ReadState(0)[0].Codes(), measured.ReadState(0)[0].Codes());
    }

    [Fact]
    public void Every_mini_batch_sees_the_weights_that_the_one_before_left()
    {
        using var together = Engine([0]);
        using var parted = Engine([0]);
        Train(together, new BatchSign(0.01), 0, 24);
        for (var start = 0; start < 24; start += Batch) Train(parted, new BatchSign(0.01), start, Batch);
        Same(together.ReadState(0), parted.ReadState(0));
    }

    [Fact]
    public void Seeds_and_sample_numbers_tell_the_trains_apart()
    {
        var rule = new Stochastic(5);
        int[] Pulses(ulong seed, long firstSample)
        {
            using var engine = new ReferenceEngine(Plan([Replica(SmallDevices.Linear(50), default, seed)]));
            engine.WriteState(0, SmallProblems.State(engine.Plan));
            engine.TrainAll([0, 1, 2], Batch, [rule], firstSample);
            return engine.ReadState(0)[0].Pulses;
        }

        Assert.Equal(Pulses(1, 0), Pulses(1, 0));
        Assert.NotEqual(Pulses(1, 0), Pulses(2, 0));
        Assert.NotEqual(Pulses(1, 0), Pulses(1, 3));
    }

    [Fact]
    public void After_pulses_an_epoch_of_descent_starts_from_the_devices()
    {
        using var engine = Engine([0]);
        Train(engine, new BatchSign(0.01), 0, 16);
        var before = engine.TotalsAll()[0];
        engine.FireSignsAll(default);
        Assert.Equal(before, engine.TotalsAll()[0]);
    }

    private static void Train(ReferenceEngine engine, BatchRule rule, int first, int count)
    {
        int[] order = [.. Enumerable.Range(first, count).Select(sample => sample * 7 % engine.Plan.Training.Count)];
        engine.TrainAll(order, Batch, [.. engine.Plan.Replicas.Select(_ => rule)], first);
    }

    private static ReferenceEngine Engine(int[] replicas)
    {
        ReplicaPlan[] all =
        [
            Replica(SmallDevices.TwoBranches(-0.5, 0.5).WithNoise(0.01, NoiseReference.Window), PairUpdate.Both, 1),
            Replica(SmallDevices.OneCurve(0.8).WithSpread(new() { Gain = 0.3, A = 0.1, Gmax = 0.05 }), PairUpdate.Both, 2),
            Replica(SmallDevices.SoftBounds(0.05, 0.1).WithNoise(0.5, NoiseReference.Step), PairUpdate.Both, 3),
        ];
        var engine = new ReferenceEngine(Plan([.. replicas.Select(replica => all[replica])]));
        for (var place = 0; place < replicas.Length; place++)
            engine.WriteState(place, SmallProblems.State(engine.Plan, (ulong)replicas[place], place));
        return engine;
    }

    private static EnginePlan Plan(IReadOnlyList<ReplicaPlan> replicas) =>
        new(Shape, replicas, SmallProblems.Samples(77, 9, 3, 1), SampleSet.Empty(9), Batch);

    private static ReplicaPlan Replica(DeviceOptions device, PairUpdate pair, ulong seed) => SmallProblems.Replica(
        Shape, device, new MappingOptions { Kind = MappingKind.Differential, Pair = pair }, seed);

    private static void Same(IReadOnlyList<LayerState> expected, IReadOnlyList<LayerState> actual, bool weights = true)
    {
        for (var layer = 0; layer < expected.Count; layer++)
        {
            var (one, other) = (expected[layer], actual[layer]);
            Assert.Equal(one.Codes(), other.Codes());
            Assert.Equal(one.PotentiationPulses, other.PotentiationPulses);
            Assert.Equal(one.DepressionPulses, other.DepressionPulses);
            Assert.Equal(one.RefusedPulses, other.RefusedPulses);
            Assert.Equal(one.Accumulators, other.Accumulators);
            if (weights) Assert.Equal(one.Weights, other.Weights);
        }
    }
}
