using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// One pulse per weight in the direction in which it moved; then the weight is its devices' again.
/// Reference twin: ReferenceEngine.FireSigns.
/// </summary>
internal static class SignPulses
{
    /// <summary>Fires one layer.</summary>
    /// <param name="layer">The layer whose weights moved.</param>
    /// <param name="owner">The layer whose counters are pulsed: itself, or the first (SharedCounters).</param>
    /// <param name="keepTrained">Whether a weight that was not pulsed keeps its trained value.</param>
    /// <returns>The pulses of this call.</returns>
    public static PulseTotals Fire(HostLayer layer, HostLayer owner, bool keepTrained)
    {
        var totals = default(Account);
        for (var row = 0; row < layer.Shape.Rows; row++)
        for (var column = 0; column < layer.Shape.Outputs; column++)
        {
            ref var weight = ref layer.Weights.At(row * layer.Stride + column);
            ref var before = ref layer.Before.At(row * layer.Stride + column);
            var cell = row * owner.Shape.Outputs + column;
            var direction = weight > before ? 1 : weight < before ? -1 : 0;
            var fired = FireWeight(layer, owner.Devices, cell, direction, ref totals);
            if (fired || !keepTrained) weight = layer.WeightOf(owner.Devices, cell);
            before = weight;
        }

        return new PulseTotals(totals.Potentiation, totals.Depression, totals.Refused);
    }

    private static bool FireWeight(HostLayer layer, LayerState devices, int cell, int direction, ref Account totals)
    {
        if (direction == 0) return false;
        if (layer.DevicesPerWeight == 1) return FireDevice(devices, cell, layer.MostPulses, direction, ref totals);
        var plus = FireDevice(devices, 2 * cell, layer.MostPulses, direction, ref totals);
        return FireDevice(devices, 2 * cell + 1, layer.MostPulses, -direction, ref totals) || plus;
    }

    private static bool FireDevice(LayerState devices, int device, int most, int direction, ref Account totals)
    {
        var next = devices.Pulses[device] + direction;
        if ((uint)next > (uint)most)
        {
            devices.RefusedPulses[device]++;
            totals.Refused++;
            return false;
        }

        devices.Pulses[device] = next;
        if (direction > 0)
        {
            devices.PotentiationPulses[device]++;
            totals.Potentiation++;
        }
        else
        {
            devices.DepressionPulses[device]++;
            totals.Depression++;
        }

        return true;
    }

    private struct Account
    {
        public long Potentiation;
        public long Depression;
        public long Refused;
    }
}
