using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// The devices of a network, and the pulses that an epoch's weight changes ask of them: the judge of the epoch rule.
/// Mutable; starts with every device at P = 0.
/// </summary>
/// <param name="network">Layers.</param>
/// <param name="mappings">One per layer: devices, and the weights that they stand for.</param>
/// <param name="seed">Seed of the run.</param>
public sealed class ReferencePulses(NetworkShape network, IReadOnlyList<WeightMapping> mappings, ulong seed = 1)
{
    /// <summary>The devices of each layer.</summary>
    public IReadOnlyList<ReferenceArray> Arrays { get; } =
        [.. network.Layers.Select((layer, number) => new ReferenceArray(mappings[number], layer.Weights, seed, number))];

    /// <summary>Pulses of all layers since the accounts were zero.</summary>
    public PulseTotals Totals() =>
        Arrays.Aggregate(default(PulseTotals), (sum, array) => sum + array.Devices.Read().Totals());

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
        var (started, array) = (Totals(), Arrays[owner]);
        for (var k = 0; k < weights.Length; k++)
        {
            var cell = k / columns * ownerColumns + k % columns;
            var direction = Direction(weights[k], before[k]);
            var fired = direction != 0 && array.Fire(cell, rising: direction > 0);
            if (fired || !quirks.KeepTrainedAtEnds) weights[k] = array.Weight(cell);
        }

        return Totals() - started;
    }

    // A weight that diverged to NaN has no direction, and gets no pulse.
    private static int Direction(double weight, double before) => weight > before ? 1 : weight < before ? -1 : 0;
}
