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
        ? Text($"{Percent(interval.Mean)} % correct, mean of {interval.Count} seeds ")
            + $"(95 % interval {Percent(low)} to {Percent(high)})"
        : Text($"{Percent(device.Accuracy.Mean)} % correct with one seed, which tells no interval: give --seeds 2 or more");

    private static string Compared(DeviceSummary device, PairedDifference difference, string first)
    {
        var mean = difference.Interval.Mean;
        var place = $"{(mean < 0 ? "below" : "above")} {first}";
        if (difference.Interval is not { Low: { } low, High: { } high })
            return $"{Points(Math.Abs(mean))} points {place} with one seed, which does not tell whether by chance: "
                + "give --seeds 2 or more";
        if (low == 0 && high == 0) return $"the same as {first} with every seed";
        return device.AdjustedP <= Significant
            ? $"{Points(Math.Abs(mean))} points {place} ({Range(Nearest(low, high), Math.Max(Math.Abs(low), Math.Abs(high)))}, "
                + $"{P(device.AdjustedP)})"
            : NotFound(device.AdjustedP, mean, low, high, first);
    }

    // A raw interval may leave 0 out where the adjusted p-value does not tell a difference.
    private static double Nearest(double low, double high) => Math.Min(Math.Abs(low), Math.Abs(high));

    private static string NotFound(double? p, double mean, double low, double high, string first) =>
        $"no difference from {first} was found ({Signed(mean)} points, {Range(low, high, Signed)}, {P(p)}); "
        + $"one of up to {Points(Math.Max(Math.Abs(low), Math.Abs(high)))} points may have been missed";

    private static string Cost(IReadOnlyList<SensitivityRow> parameters)
    {
        if (parameters.Count == 0) return "";
        if (parameters.All(row => row.AdjustedP is null)) return "; what its parameters cost needs --seeds 2 or more";
        var costly = parameters.Where(row => row.AdjustedP <= Significant && row.Gain.Interval.Mean > 0).ToList();
        if (costly.MaxBy(row => row.Gain.Interval.Mean) is not { Gain.Interval: { } gain } most)
            return "; no single parameter of it was found to cost accuracy";
        var alone = costly.Count == 1 ? "alone of its parameters was found to cost accuracy" : "costs most";
        return $"; its {most.Parameter} {alone} ({Points(gain.Mean)} points, {Range(gain.Low!.Value, gain.High!.Value)})";
    }

    private static string P(double? p) => p < 0.001 ? "p < 0.001" : Text($"p = {p:0.###}");

    private static string Percent(double fraction) => Text($"{100 * fraction:F1}");

    // No minus before what is rounded to 0.
    private static string Points(double fraction) => Text($"{Math.Round(100 * fraction, 2) + 0.0:F2}");

    private static string Signed(double fraction) => (Math.Round(100 * fraction, 2) > 0 ? "+" : "") + Points(fraction);

    private static string Range(double low, double high, Func<double, string>? points = null) =>
        $"95 % interval {(points ?? Points)(low)} to {(points ?? Points)(high)}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
