using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>Draws the first state of the devices; a function of the seed and the options alone.</summary>
/// <param name="plan">The network and its mappings.</param>
/// <param name="seed">The run's seed.</param>
public sealed class InitialState(EnginePlan plan, ulong seed)
{
    /// <summary>Draws the first state of every layer.</summary>
    /// <param name="options">How to draw; not from a file.</param>
    public IReadOnlyList<LayerState> Draw(InitialOptions options) =>
        [.. plan.Network.Layers.Select((shape, layer) => options.StartsFloat
            ? FloatStart.Draw(options, shape, plan.Mappings[layer], Numbers(layer))
            : new LayerState(plan.Devices(layer)) { Pulses = Counters(options, layer) })];

    /// <summary>Sets the weights of a state to those of linear devices with the same counters.</summary>
    /// <param name="layers">The states; their weights are replaced.</param>
    public void StartLinear(IReadOnlyList<LayerState> layers)
    {
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var mapping = plan.Mappings[layer];
            var device = new LinearDeviceOptions { Gmin = 0, Gmax = 1, Pulses = mapping.Pulses };
            var table = new WeightMapping(device, mapping.Options).Table;
            layers[layer].Weights = [.. layers[layer].Pulses.Select(p => table[p])];
        }
    }

    private RandomNumbers Numbers(int layer) => new(seed, StreamKind.InitialState, layer);

    private int[] Counters(InitialOptions options, int layer)
    {
        var mapping = plan.Mappings[layer];
        var numbers = Numbers(layer);
        if (options.Spread is { } spreads) return Spread(mapping, numbers, spreads[layer % spreads.Count], layer);
        var counters = new int[plan.Devices(layer)];
        for (var device = 0; device < counters.Length; device++)
            counters[device] = Counter(options, mapping, numbers, (uint)device);
        return counters;
    }

    private static int Counter(InitialOptions options, WeightMapping mapping, RandomNumbers numbers, uint device)
    {
        if (options.Conductance is not null) return mapping.NearestFraction(numbers.Uniform(device));
        return options.Pulses == InitialPulses.RoundedUniform
            ? (int)(mapping.Pulses * numbers.Uniform(device) + 0.5)
            : numbers.Below(mapping.Pulses + 1, device);
    }

    private int[] Spread(WeightMapping mapping, RandomNumbers numbers, double spread, int layer)
    {
        var counters = new int[plan.Devices(layer)];
        var perWeight = mapping.DevicesPerWeight;
        for (var cell = 0; cell < counters.Length / perWeight; cell++)
        {
            var (plus, minus) = mapping.Nearest(spread * (2 * numbers.Uniform((uint)cell) - 1));
            counters[cell * perWeight] = plus;
            if (perWeight == 2) counters[cell * perWeight + 1] = minus;
        }

        return counters;
    }
}
