using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// Draws the first state of the devices, all on the potentiation branch; a function of the seed and the options alone.
/// </summary>
/// <param name="plan">The network and its mappings.</param>
/// <param name="seed">The run's seed.</param>
public sealed class InitialState(EnginePlan plan, ulong seed)
{
    /// <summary>Draws the first state of every layer.</summary>
    /// <param name="options">How to draw; not from a file.</param>
    /// <param name="keepFloats">
    /// Whether weights drawn from a normal or a Glorot distribution stay what they are; otherwise, and with a spread, they
    /// are those of the nearest states.
    /// </param>
    public IReadOnlyList<LayerState> Draw(InitialOptions options, bool keepFloats = false) =>
        [.. Enumerable.Range(0, plan.Network.Layers.Count).Select(layer => WeightStart.IsGiven(options)
            ? Placed(options, layer, keepFloats)
            : new LayerState(plan.Devices(layer)) { Pulses = Counters(options, layer) })];

    /// <summary>Sets the weights of a state to those of linear devices with the same counters.</summary>
    /// <param name="layers">The states; their weights are replaced.</param>
    public void StartLinear(IReadOnlyList<LayerState> layers)
    {
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var mapping = plan.Mappings[layer];
            var device = new LinearDeviceOptions { Gmin = 0, Gmax = 1, Pulses = mapping.Pulses };
            var table = new WeightMapping(device, mapping.Options, layer).Table;
            layers[layer].Weights = [.. layers[layer].Pulses.Select(p => table[p])];
        }
    }

    private RandomNumbers Numbers(int layer) => new(seed, StreamKind.InitialState, layer);

    private LayerState Placed(InitialOptions options, int layer, bool keepFloats)
    {
        var weights = WeightStart.Draw(options, plan.Network.Layers[layer], layer, Numbers(layer));
        var state = WeightStart.Place(weights, plan.Mappings[layer]);
        if (keepFloats && options.Spread is null) state.Weights = weights;
        return state;
    }

    private int[] Counters(InitialOptions options, int layer)
    {
        var (mapping, numbers) = (plan.Mappings[layer], Numbers(layer));
        return [.. Enumerable.Range(0, plan.Devices(layer)).Select(device => Counter(options, mapping, numbers, (uint)device))];
    }

    private static int Counter(InitialOptions options, WeightMapping mapping, RandomNumbers numbers, uint device)
    {
        if (options.Conductance is not null) return mapping.NearestFraction(numbers.Uniform(device));
        return options.Pulses == InitialPulses.RoundedUniform
            ? (int)(mapping.Pulses * numbers.Uniform(device) + 0.5)
            : numbers.Below(mapping.Pulses + 1, device);
    }
}
