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
    /// <summary>Adds up the accounts of all devices.</summary>
    /// <param name="layers">State of every layer.</param>
    public static PulseSummary Of(IReadOnlyList<LayerState> layers)
    {
        var totals = layers.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Totals());
        var devices = layers.Sum(layer => (long)layer.Pulses.Length);
        var fired = totals.Potentiation + totals.Depression;
        return new PulseSummary(totals.Potentiation, totals.Depression, totals.Refused, devices,
            devices == 0 ? 0 : (double)fired / devices,
            layers.SelectMany(Fired).DefaultIfEmpty().Max());
    }

    private static IEnumerable<long> Fired(LayerState layer) =>
        layer.PotentiationPulses.Zip(layer.DepressionPulses, (up, down) => (long)up + down);
}
