using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Datasets.Digits;

namespace CrossbarSim.Simulator.Bench.Checks;

/// <summary>
/// Trains small networks with every rule on every kind of device, on a backend and on <c>cpu</c> with one thread, and
/// compares all that they end with, bit for bit.
/// </summary>
/// <param name="judge">The backend <c>cpu</c>.</param>
internal sealed class BackendCheck(IBackend judge)
{
    // Odd on purpose: rows, columns and the last mini-batch fit no vector and no group.
    private const int Hidden = 33;
    private const int Samples = 250;
    private const int Batch = 32;
    private const int Replicas = 3;

    private static readonly NetworkShape Shape = NetworkShape.Dense(
        [EmbeddedDigits.Side * EmbeddedDigits.Side, Hidden, EmbeddedDigits.Classes], Activation.Relu, bias: true);

    private readonly SampleSet _samples = EmbeddedDigits.Training(Samples);

    /// <summary>Compares a backend, case after case.</summary>
    /// <param name="tested">The backend.</param>
    public IEnumerable<CheckRow> Run(IBackend tested) => CheckedDevice.All.SelectMany(devices => Run(tested, devices));

    // One engine for all rules: to write a state must leave nothing of the rule before.
    private IEnumerable<CheckRow> Run(IBackend tested, CheckedDevice devices)
    {
        using var expected = judge.CreateEngine(Plan(devices, 1));
        using var found = tested.CreateEngine(Plan(devices, Environment.ProcessorCount));
        foreach (var rule in CheckedRule.All)
        {
            var (compared, different) = Compare(Train(expected, rule), Train(found, rule));
            yield return new CheckRow(tested.Name, rule.Name, devices.Name, compared, different);
        }
    }

    private static (long Compared, long Different) Compare(List<long[]> expected, List<long[]> found) => (
        expected.Sum(part => (long)part.Length),
        expected.Zip(found).Sum(parts => parts.First.Zip(parts.Second).LongCount(pair => pair.First != pair.Second)
            + Math.Abs(parts.First.Length - (long)parts.Second.Length)));

    private EnginePlan Plan(CheckedDevice devices, int threads) => new(
        Shape,
        [.. Enumerable.Range(1, Replicas).Select(seed => new ReplicaPlan((ulong)seed, [devices.Mapping, devices.Mapping]))],
        _samples, SampleSet.Empty(_samples.Size), Batch, threads);

    private static List<long[]> Train(IEngine engine, CheckedRule rule)
    {
        for (var replica = 0; replica < Replicas; replica++) engine.WriteState(replica, First(engine.Plan, replica));
        engine.TrainAll(
            SampleOrder.ForEpoch(Samples, 0, 1, shuffle: true), Batch, [.. Enumerable.Repeat(rule.Rule, Replicas)], 0);
        if (rule.FiresSigns) engine.FireSignsAll(default);
        return [.. Enumerable.Range(0, Replicas).SelectMany(engine.ReadState).SelectMany(Numbers)];
    }

    // Everywhere in the window, so that some devices reach its ends.
    private static LayerState[] First(EnginePlan plan, int replica) => [.. Shape.Layers.Select((_, layer) =>
    {
        var numbers = new RandomNumbers(plan.Replicas[replica].Seed, StreamKind.InitialState, layer);
        var state = new LayerState(plan.Devices(layer));
        for (var device = 0; device < state.Pulses.Length; device++)
            state.Pulses[device] = numbers.Below(plan.Mappings[layer].Pulses + 1, (uint)device);
        return state;
    })];

    private static IEnumerable<long[]> Numbers(LayerState state) =>
    [
        Whole(state.Codes()), Whole(state.PotentiationPulses), Whole(state.DepressionPulses), Whole(state.RefusedPulses),
        Bits(state.Weights), Bits(state.Moments?.First), Bits(state.Moments?.Second),
        [.. (state.Accumulators ?? []).Select(sum => (long)BitConverter.SingleToInt32Bits(sum))],
    ];

    private static long[] Whole(int[] numbers) => [.. numbers.Select(number => (long)number)];

    private static long[] Bits(double[]? numbers) => [.. (numbers ?? []).Select(BitConverter.DoubleToInt64Bits)];
}
