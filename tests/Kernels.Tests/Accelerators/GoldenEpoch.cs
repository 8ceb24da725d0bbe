using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>
/// The golden epoch of the original program (reference/seed.md, section G): a 784-128-10 network, counters from
/// a linear congruential generator, the first MNIST images in file order.
/// </summary>
internal static class GoldenEpoch
{
    private static readonly int[] Sizes = [784, 128, 10];

    /// <summary>The plan for the first training images.</summary>
    public static EnginePlan Plan(DeviceOptions device, int images)
    {
        var mapping = new WeightMapping(device, new MappingOptions { Kind = MappingKind.Offset });
        var samples = new SampleSet(Mnist.Images("train", images), Mnist.Labels("train", images), Sizes[0]);
        var empty = new SampleSet(Array.Empty<byte>(), Array.Empty<byte>(), Sizes[0]);
        return new EnginePlan(NetworkShape.Dense(Sizes, Activation.Relu, bias: false), [mapping, mapping], samples, empty, 32);
    }

    /// <summary>The counters before the epoch: one stream of numbers, the first layer first.</summary>
    public static LayerState[] State(EnginePlan plan)
    {
        var state = 42UL;
        return [.. plan.Network.Layers.Select(layer =>
        {
            var pulses = new int[layer.Weights];
            foreach (ref var p in pulses.AsSpan())
            {
                state = unchecked(state * 6364136223846793005 + 1442695040888963407);
                p = (int)((state >> 32) % 101);
            }

            return new LayerState(layer.Weights) { Pulses = pulses };
        })];
    }

    /// <summary>The golden counters of one layer after the epoch.</summary>
    public static int[] After(string name, int layer) =>
        GoldenFiles.Raw<int>($"seed/golden_{name}_P{layer + 1}_after.bin");
}
