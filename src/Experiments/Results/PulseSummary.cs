using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Results;

/// <summary>Pulses of a whole run.</summary>
/// <param name="Potentiation">Pulses fired upward.</param>
/// <param name="Depression">Pulses fired downward.</param>
/// <param name="Refused">Pulses requested but not fired.</param>
/// <param name="Devices">Devices of all layers.</param>
/// <param name="PerDeviceMean">Pulses fired, in either direction, at a device: mean over all devices.</param>
/// <param name="PerDeviceMaximum">Pulses fired at the device that had the most.</param>
public sealed record PulseSummary(
    long Potentiation,
    long Depression,
    long Refused,
    long Devices,
    double PerDeviceMean,
    long PerDeviceMaximum)
{
    /// <summary>Devices that never took a pulse: stuck, or not formed; null: there can be none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? StuckDevices { get; init; }

    /// <summary>Devices that have had all the pulses of their endurance; null: there can be none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? WornOutDevices { get; init; }

    /// <summary>Adds up the accounts of all devices.</summary>
    /// <param name="layers">State of every layer.</param>
    /// <param name="arrays">The arrays, which say which devices are stuck; null: not counted.</param>
    public static PulseSummary Of(IReadOnlyList<LayerState> layers, IReadOnlyList<StateLayer>? arrays = null)
    {
        byte[][] maps = [.. (arrays ?? []).Zip(layers, (array, state) => array.Stuck(state)).OfType<byte[]>()];
        long? Count(Func<byte, bool> counts) => maps.Length == 0 ? null : maps.Sum(map => map.LongCount(counts));
        var totals = layers.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Totals());
        var devices = layers.Sum(layer => (long)layer.Pulses.Length);
        var fired = totals.Potentiation + totals.Depression;
        return new PulseSummary(totals.Potentiation, totals.Depression, totals.Refused, devices,
            devices == 0 ? 0 : (double)fired / devices,
            layers.Select(MostFired).DefaultIfEmpty().Max())
        {
            StuckDevices = Count(code => code is > 0 and < StuckMap.WornOut),
            WornOutDevices = Count(code => code == StuckMap.WornOut),
        };
    }

    private static long MostFired(LayerState layer)
    {
        var most = 0L;
        for (var at = 0; at < layer.PotentiationPulses.Length; at++)
            most = Math.Max(most, (long)layer.PotentiationPulses[at] + layer.DepressionPulses[at]);
        return most;
    }
}
