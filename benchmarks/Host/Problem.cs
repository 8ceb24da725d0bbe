using System.Runtime.Intrinsics;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Kernels.Devices;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Benchmarks.Host;

/// <summary>What the kernels are measured on: the layers of 784-128-10 and mini-batches of embedded digits.</summary>
internal static class Problem
{
    /// <summary>Samples in a mini-batch.</summary>
    public const int Batch = 32;

    /// <summary>Inputs of the first layer.</summary>
    public const int Inputs = 784;

    /// <summary>Outputs of the first layer.</summary>
    public const int Hidden = 128;

    /// <summary>Devices of the first layer.</summary>
    public const int Devices = Inputs * Hidden;

    /// <summary>Samples of all mini-batches.</summary>
    public const int Samples = 2048;

    /// <summary>The samples.</summary>
    public static SparseSamples Set { get; } = new(EmbeddedDigits.Training(Samples));

    /// <summary>A mini-batch.</summary>
    /// <param name="index">Which one, from 0.</param>
    public static int[] Places(int index) => [.. Enumerable.Range(index * Batch, Batch)];

    /// <summary>The first layer, its devices in the middle of the window.</summary>
    /// <param name="device">Its devices; null: linear ones of 100 pulses.</param>
    public static HostLayer First(DeviceOptions? device = null) => Layer(new LayerShape(Inputs, Hidden, false), 0, device);

    /// <summary>The second layer.</summary>
    public static HostLayer Second() => Layer(new LayerShape(Hidden, 10, false), 1, null);

    /// <summary>Linear devices.</summary>
    /// <param name="pulses">N.</param>
    public static LinearDeviceOptions Linear(int pulses) => new() { Gmin = 1e-6, Gmax = 50e-6, Pulses = pulses };

    /// <summary>Numbers between plus and minus a half.</summary>
    /// <param name="count">How many.</param>
    public static Aligned<float> Numbers(int count)
    {
        var (numbers, random) = (new Aligned<float>(count), new RandomNumbers(1, StreamKind.InitialState));
        for (var k = 0; k < count; k++) numbers.At(k) = (float)(random.Uniform((uint)k) - 0.5);
        return numbers;
    }

    /// <summary>The same numbers with the other sign: what is gathered in one call is taken off in the next.</summary>
    public static Aligned<float> Opposite(Aligned<float> numbers)
    {
        var opposite = new Aligned<float>(numbers.Length);
        for (var k = 0; k < numbers.Length; k++) opposite.At(k) = -numbers.At(k);
        return opposite;
    }

    /// <summary>Sixteen different counters.</summary>
    public static PhiloxLanes.Words Counters { get; } = new()
    {
        W0 = Vector512<uint>.Indices,
        W1 = Vector512.Create(7u),
        W2 = Vector512<uint>.Zero,
        W3 = Vector512.Create(3u),
    };

    private static HostLayer Layer(LayerShape shape, int index, DeviceOptions? device)
    {
        var mapping = new WeightMapping(device ?? Linear(100), new MappingOptions());
        var layer = new HostLayer(shape, mapping, new LawTable(mapping), 1, index);
        var state = new LayerState(shape.Weights);
        Array.Fill(state.Pulses, mapping.Pulses / 2);
        layer.Write(state);
        return layer;
    }
}
