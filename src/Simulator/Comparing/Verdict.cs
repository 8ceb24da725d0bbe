using System.Globalization;
using CrossbarSim.Experiments.Comparing;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>What may be said of a device in one plain sentence: nothing that its numbers do not carry.</summary>
internal static class Verdict
{
    private const double Significant = 0.05;

    /// <summary>The sentence.</summary>
    /// <param name="device">The device.</param>
    /// <param name="first">The device that all are compared with.</param>
    /// <param name="parameters">What each parameter of the device costs; empty where that was not measured.</param>
    public static string Of(DeviceSummary device, DeviceSummary first, IReadOnlyList<SensitivityRow> parameters) =>
        $"{device.Name}: {(device.Difference is { } difference ? Compared(device, difference, first.Name) : Alone(device))}"
        + $"{Cost(parameters)}.";

    private static string Alone(DeviceSummary device) => device.Accuracy is { Low: { } low, High: { } high } interval
        ? Text($"{Percent(interval.Mean)} % correct, mean of {interval.Count} seeds (95 % interval {Percent(low)} to {Percent(high)})")
        : Text($"{Percent(device.Accuracy.Mean)} % correct with one seed, which tells no interval: give --seeds 2 or more");

    private static string Compared(DeviceSummary device, PairedDifference difference, string first)
    {
        var mean = difference.Interval.Mean;
        var place = Text($"{Points(Math.Abs(mean))} points {(mean < 0 ? "below" : "above")} {first}");
        if (difference.Interval is not { Low: { } low, High: { } high })
            return $"{place} with one seed, which does not tell whether by chance: give --seeds 2 or more";
        if (device.AdjustedP <= Significant)
        {
            var (near, far) = mean < 0 ? (-high, -low) : (low, high);
            return Text($"{place} (95 % interval {Points(near)} to {Points(far)}, {P(device.AdjustedP)})");
        }

        var missed = Math.Max(Math.Abs(low), Math.Abs(high));
        return Text($"no difference from {first} was found ({Signed(mean)} points, 95 % interval {Signed(low)} to {Signed(high)}, ")
            + Text($"{P(device.AdjustedP)}); one of up to {Points(missed)} points may have been missed");
    }

    private static string Cost(IReadOnlyList<SensitivityRow> parameters)
    {
        if (parameters.Count == 0) return "";
        if (parameters.All(row => row.AdjustedP is null)) return "; what its parameters cost needs --seeds 2 or more";
        var costly = parameters.Where(row => row.AdjustedP <= Significant && row.Gain.Interval.Mean > 0).ToList();
        if (costly.MaxBy(row => row.Gain.Interval.Mean) is not { Gain.Interval: { } gain } most)
            return "; no single parameter of it was found to cost accuracy";
        var alone = costly.Count == 1 ? "alone of its parameters costs" : "costs most";
        return Text($"; its {most.Parameter} {alone} ({Points(gain.Mean)} points, {Points(gain.Low!.Value)} to {Points(gain.High!.Value)})");
    }

    private static string P(double? p) => p < 0.001 ? "p < 0.001" : Text($"p = {p:0.###}");

    private static string Percent(double fraction) => Text($"{100 * fraction:F1}");

    // Two decimals where one would hide a difference that is told.
    private static string Points(double fraction) => (100 * fraction).ToString(Math.Abs(fraction) < 0.00095 ? "F2" : "F1", CultureInfo.InvariantCulture);

    private static string Signed(double fraction) => (fraction > 0 ? "+" : "") + Points(fraction);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
