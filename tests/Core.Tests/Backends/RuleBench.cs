using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>One layer of devices on which a rule is tried with given gradients.</summary>
internal sealed class RuleBench
{
    public RuleBench(WeightMapping mapping, int rows, int columns, ulong seed = 1, int layer = 0)
    {
        var shape = new LayerShape(rows, columns, Bias: false);
        (Layer, Array) = (new ReferenceLayer(shape), new ReferenceArray(mapping, shape.Weights, seed, layer));
    }

    public ReferenceLayer Layer { get; }

    public ReferenceArray Array { get; }

    public ReferenceDevices Devices => Array.Devices;

    public LayerState State => Devices.Read();

    /// <summary>A column of single devices on the potentiation branch at given counters.</summary>
    public static RuleBench Column(DeviceOptions device, params int[] pulses) =>
        At(new WeightMapping(device, new MappingOptions()), pulses);

    /// <summary>One pair at given counters.</summary>
    public static RuleBench Pair(DeviceOptions device, PairUpdate pair, int plus, int minus) =>
        At(new WeightMapping(device, new MappingOptions { Kind = MappingKind.Differential, Pair = pair }), [plus, minus]);

    /// <summary>The rule at work after a mini-batch with these mean gradients.</summary>
    public void Apply(IReferenceRule rule, int number, params double[] gradients)
    {
        gradients.CopyTo(Layer.Gradient, 0);
        rule.Apply(Layer, Array, new MiniBatch(number, FirstSample: 0, Count: 1));
    }

    private static RuleBench At(WeightMapping mapping, int[] pulses)
    {
        var bench = new RuleBench(mapping, pulses.Length / mapping.DevicesPerWeight, columns: 1);
        bench.Devices.Write(new LayerState(pulses.Length) { Pulses = pulses });
        return bench;
    }
}
