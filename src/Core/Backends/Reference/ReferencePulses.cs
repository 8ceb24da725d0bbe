using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// The devices of a network, and the pulses that weight changes ask of them: the judge of the pulse rules.
/// Mutable; starts with every device at P = 0.
/// </summary>
/// <param name="network">Layers.</param>
/// <param name="mappings">One per layer: the weight of every state.</param>
public sealed class ReferencePulses(NetworkShape network, IReadOnlyList<WeightMapping> mappings)
{
    /// <summary>State of the devices, one per layer.</summary>
    public IReadOnlyList<LayerState> Devices { get; } =
        [.. network.Layers.Zip(mappings, (layer, mapping) => new LayerState(layer.Weights * mapping.DevicesPerWeight))];

    /// <summary>The weights that a layer's own devices stand for.</summary>
    /// <param name="layer">Layer, from 0.</param>
    /// <returns>A copy, [rows x outputs].</returns>
    public double[] Weights(int layer) =>
        [.. Enumerable.Range(0, network.Layers[layer].Weights).Select(cell => WeightOf(layer, cell))];

    /// <summary>
    /// One pulse per weight in the direction in which it moved, then each weight becomes its device's.
    /// </summary>
    /// <param name="layer">Layer, from 0; with shared counters the layers must be fired in order.</param>
    /// <param name="weights">Trained weights [rows x outputs]; replaced by those of the devices.</param>
    /// <param name="before">The weights before training, as many.</param>
    /// <param name="quirks">What to do as the original program did.</param>
    /// <returns>The pulses of this call.</returns>
    public PulseTotals Fire(int layer, Span<double> weights, ReadOnlySpan<double> before, SignPulseQuirks quirks)
    {
        var owner = quirks.SharedCounters ? 0 : layer;
        var (columns, ownerColumns) = (network.Layers[layer].Outputs, network.Layers[owner].Outputs);
        var started = Devices[owner].Totals();
        for (var k = 0; k < weights.Length; k++)
        {
            var cell = k / columns * ownerColumns + k % columns;
            var fired = FireWeight(owner, cell, Direction(weights[k], before[k]));
            if (fired || !quirks.KeepTrainedAtEnds) weights[k] = WeightOf(owner, cell);
        }

        return Devices[owner].Totals() - started;
    }

    // A weight that diverged to NaN has no direction, and gets no pulse.
    private static int Direction(double weight, double before) => weight > before ? 1 : weight < before ? -1 : 0;

    private bool FireWeight(int layer, int cell, int direction)
    {
        if (direction == 0) return false;
        var (devices, mapping) = (Devices[layer], mappings[layer]);
        if (mapping.DevicesPerWeight == 1) return FireDevice(devices, cell, mapping.Pulses, direction);
        var plus = FireDevice(devices, 2 * cell, mapping.Pulses, direction);
        return FireDevice(devices, 2 * cell + 1, mapping.Pulses, -direction) || plus;
    }

    private static bool FireDevice(LayerState devices, int device, int most, int direction)
    {
        var next = devices.Pulses[device] + direction;
        if (next < 0 || next > most)
        {
            devices.RefusedPulses[device]++;
            return false;
        }

        devices.Pulses[device] = next;
        var account = direction > 0 ? devices.PotentiationPulses : devices.DepressionPulses;
        account[device]++;
        return true;
    }

    private double WeightOf(int layer, int cell)
    {
        var (table, pulses) = (mappings[layer].Table, Devices[layer].Pulses);
        return mappings[layer].DevicesPerWeight == 1
            ? table[pulses[cell]]
            : table[pulses[2 * cell]] - table[pulses[2 * cell + 1]];
    }
}
