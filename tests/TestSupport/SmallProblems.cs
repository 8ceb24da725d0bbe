using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.TestSupport;

/// <summary>Networks with data and devices, small and odd-sized, made from a seed.</summary>
public static class SmallProblems
{
    /// <summary>Random samples, of which about three fifths of the inputs are zero.</summary>
    public static SampleSet Samples(int count, int size, int classes, ulong seed)
    {
        var numbers = new RandomNumbers(seed, StreamKind.Digits);
        var inputs = new byte[count * size];
        for (var k = 0; k < inputs.Length; k++)
            if (numbers.Below(5, (uint)k) > 2) inputs[k] = (byte)numbers.Below(256, (uint)k, 1);
        var labels = new byte[count];
        for (var s = 0; s < count; s++) labels[s] = (byte)numbers.Below(classes, (uint)s, 2);
        return new SampleSet(inputs, labels, size);
    }

    /// <summary>A plan with exponential devices (A = 0.8, N = 20).</summary>
    public static EnginePlan Plan(
        IReadOnlyList<int> sizes,
        Activation activation = Activation.Relu,
        bool bias = false,
        MappingKind mapping = MappingKind.Offset,
        int samples = 77,
        int batch = 8,
        int threads = 1)
    {
        var device = new ExponentialDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Pulses = 20,
            Potentiation = new ExponentialBranchOptions { A = 0.8 },
        };
        var weights = new WeightMapping(device, new MappingOptions { Kind = mapping });
        var network = NetworkShape.Dense(sizes, activation, bias);
        return new EnginePlan(network, [.. network.Layers.Select(_ => weights)],
            Samples(samples, sizes[0], sizes[^1], 1), Samples(13, sizes[0], sizes[^1], 2), batch, threads);
    }

    /// <summary>Counters drawn uniformly over the window.</summary>
    public static IReadOnlyList<LayerState> State(EnginePlan plan, ulong seed = 3) =>
        [.. plan.Network.Layers.Select((_, layer) =>
        {
            var state = new LayerState(plan.Devices(layer));
            var numbers = new RandomNumbers(seed, StreamKind.InitialState, layer);
            for (var d = 0; d < state.Pulses.Length; d++)
                state.Pulses[d] = numbers.Below(plan.Mappings[layer].Pulses + 1, (uint)d);
            return state;
        })];
}
