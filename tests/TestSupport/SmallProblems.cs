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
        var network = NetworkShape.Dense(sizes, activation, bias);
        var replica = Replica(network, SmallDevices.OneCurve(0.8), new MappingOptions { Kind = mapping });
        return new EnginePlan(network, [replica],
            Samples(samples, sizes[0], sizes[^1], 1), Samples(13, sizes[0], sizes[^1], 2), batch, threads);
    }

    /// <summary>A replica with the same devices in every layer.</summary>
    public static ReplicaPlan Replica(NetworkShape network, DeviceOptions device, MappingOptions mapping, ulong seed = 1)
    {
        var weights = new WeightMapping(device, mapping);
        return new ReplicaPlan(seed, [.. network.Layers.Select(_ => weights)]);
    }

    /// <summary>Counters drawn uniformly over the window, on the potentiation branch.</summary>
    public static IReadOnlyList<LayerState> State(EnginePlan plan, ulong seed = 3, int replica = 0) =>
        [.. plan.Network.Layers.Select((_, layer) =>
        {
            var state = new LayerState(plan.Devices(layer));
            var numbers = new RandomNumbers(seed, StreamKind.InitialState, layer);
            for (var d = 0; d < state.Pulses.Length; d++)
                state.Pulses[d] = numbers.Below(plan.Replicas[replica].Mappings[layer].Pulses + 1, (uint)d);
            return state;
        })];
}
