using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>A small network with data and devices, all drawn from one seed.</summary>
internal static class EngineProblem
{
    private const ulong Seed = 20_26;

    public static EnginePlan Plan(
        IReadOnlyList<int> sizes,
        bool bias = false,
        Activation activation = Activation.Relu,
        MappingKind mapping = MappingKind.Offset,
        int training = 77,
        int test = 31,
        int batch = 16,
        int validation = 19)
    {
        var device = new ExponentialDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Pulses = 30,
            Potentiation = new ExponentialBranchOptions { A = -0.7 },
        };
        var weights = new WeightMapping(device, new MappingOptions { Kind = mapping, Wmax = [0.8] });
        var network = NetworkShape.Dense(sizes, activation, bias);
        return new EnginePlan(network, [.. network.Layers.Select(_ => weights)],
            Samples(training, sizes[0], sizes[^1], 0), Samples(test, sizes[0], sizes[^1], 1), batch)
        {
            Validation = Samples(validation, sizes[0], sizes[^1], 2),
        };
    }

    public static LayerState[] State(EnginePlan plan) => [.. plan.Network.Layers.Select((_, layer) =>
    {
        var numbers = new RandomNumbers(Seed, StreamKind.InitialState, layer);
        var devices = plan.Devices(layer);
        return new LayerState(devices)
        {
            Pulses = [.. Enumerable.Range(0, devices).Select(d => numbers.Below(plan.Mappings[layer].Pulses + 1, (uint)d))],
        };
    })];

    /// <summary>Every training sample once, last to first.</summary>
    public static int[] Order(EnginePlan plan) => [.. Enumerable.Range(0, plan.Training.Count).Reverse()];

    private static SampleSet Samples(int count, int size, int classes, uint set)
    {
        var numbers = new RandomNumbers(Seed, StreamKind.Digits);
        return new SampleSet(
            Enumerable.Range(0, count * size).Select(k => (byte)Math.Max(0, numbers.Below(512, (uint)k, set) - 256)).ToArray(),
            Enumerable.Range(0, count).Select(s => (byte)numbers.Below(classes, (uint)s, set, 1)).ToArray(),
            size);
    }
}
