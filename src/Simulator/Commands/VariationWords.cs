using System.Globalization;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Ageing;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What makes a device differ from its law, in words: what each key means for this device.</summary>
internal static class VariationWords
{
    // Two thirds of all devices lie within one standard deviation.
    private const string MostDevices = "two devices in three";

    private static readonly double[] Times = [86_400, 31_536_000];

    /// <summary>Topics and what there is to say of each; nothing of what the device does not have.</summary>
    /// <param name="device">The device.</param>
    public static IEnumerable<(string Topic, string Text)> Of(DeviceOptions device)
    {
        if (device.Variation is not { } variation) yield break;
        if (variation.Write is { Sigma: > 0 } write)
            yield return ("write noise", $"after each pulse the conductance that is seen lies {DeviceText.Percent(write.Sigma)} "
                + "of the window (standard deviation) off the state that the next pulse acts on");
        if (variation.Read is { Sigma: > 0 } read)
            yield return ("read noise", $"each reading of a device has a standard deviation of {DeviceText.Percent(read.Sigma)} "
                + "of the window");
        if (variation.Faults is { } faults && Faults(faults) is { Length: > 0 } kinds) yield return ("faults", kinds);
        if (variation.Endurance is { Pulses: { } pulses } endurance) yield return ("endurance", Endurance(pulses, endurance));
        if (variation.Drift is { } drift) yield return ("drift", Drift(drift));
        if (variation.Retention is { } retention) yield return ("retention", Retention(retention));
        if (variation.Rtn is { Share: > 0 } rtn) yield return ("rtn", Rtn(rtn));
    }

    /// <summary>The spread from device to device, with the distribution of each parameter.</summary>
    /// <param name="device">The device.</param>
    /// <param name="listed">Its numbers.</param>
    public static string Spread(DeviceOptions device, ListedDevice listed)
    {
        if (listed.D2d.Count == 0) return "none from device to device";
        var shapes = device.Variation!.D2d!.All.ToDictionary(one => one.Key, one => Shape(one.Spread));
        return string.Join(", ", listed.D2d.Select(one => $"{one.Key} {DeviceText.Percent(one.Value)}{shapes[one.Key]}"))
            + ", standard deviations from device to device";
    }

    private static string Shape(SpreadOptions? spread) => spread?.Distribution switch
    {
        SpreadDistribution.LogNormal => " (log-normal)",
        SpreadDistribution.Truncated => FormattableString.Invariant($" (cut at {spread.Cut ?? SpreadOptions.DefaultCut} sigma)"),
        _ => "",
    };

    private static string Faults(FaultOptions faults)
    {
        var slow = $"sluggish, moved by a pulse {DeviceText.Percent(faults.Sluggish?.Factor ?? 0)} as far";
        (double Share, string Text)[] kinds =
        [
            (faults.StuckGmin, "stuck at gmin"), (faults.StuckGmax, "stuck at gmax"),
            (faults.StuckAnywhere, "stuck anywhere in the window"),
            (faults.Unformed, $"unformed, at {Quantity.Format(faults.UnformedConductance, "S")}"),
            (faults.Sluggish?.Share ?? 0, slow),
        ];
        return string.Join(", ", kinds.Where(kind => kind.Share > 0)
            .Select(kind => $"{DeviceText.Percent(kind.Share)} of the devices {kind.Text}"));
    }

    private static string Endurance(double pulses, EnduranceOptions endurance) =>
        $"a device refuses every pulse after {Count(pulses)}"
        + (endurance.Sigma is > 0 and var sigma ? $"; {MostDevices} after {Around(pulses, sigma, Count)}" : "");

    private static string Drift(DriftOptions drift)
    {
        double Lost(double seconds) => seconds <= drift.T0 ? 0 : 1 - Math.Pow(seconds / drift.T0, -drift.Nu);
        return FormattableString.Invariant($"exponent {drift.Nu} +- {drift.Sigma}: from {Time(drift.T0)} after programming on ")
            + $"the conductance falls; it has lost {string.Join(", ", Times.Select(
                t => $"{DeviceText.Percent(Lost(t))} after {Time(t)}"))}";
    }

    private static string Retention(RetentionOptions retention)
    {
        double Left(double seconds) => Math.Exp(-Math.Pow(seconds / retention.Tau, retention.Beta));
        var times = Times.Append(retention.Tau).Order().Distinct();
        return $"a state relaxes toward {OptionNames.Value($"{retention.Toward}")}; left of its distance are "
            + string.Join(", ", times.Select(t => $"{DeviceText.Percent(Left(t))} after {Time(t)}"))
            + (retention.Sigma > 0 ? $"; {MostDevices} reach 36.8 % after {Around(retention.Tau, retention.Sigma, Time)}" : "");
    }

    private static string Rtn(TelegraphNoiseOptions rtn) =>
        $"{DeviceText.Percent(rtn.Share)} of the devices have a trap, which in {DeviceText.Percent(rtn.Occupancy)} of the "
        + $"readings lowers the conductance by {DeviceText.Percent(rtn.Amplitude)} of "
        + (rtn.Of == TelegraphReference.Window ? "the window" : "itself");

    // One standard deviation of the logarithm to either side.
    private static string Around(double median, double sigma, Func<double, string> text) =>
        $"{text(median * Math.Exp(-sigma))} to {text(median * Math.Exp(sigma))}";

    private static string Count(double pulses) =>
        Math.Round(pulses).ToString("N0", CultureInfo.InvariantCulture) + " pulses";

    private static string Time(double seconds) => DeviceText.Time(seconds);
}
