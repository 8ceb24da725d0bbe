using System.Globalization;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Numbers of devices as a reader wants them: few digits, percent, SI prefixes.</summary>
internal static class DeviceText
{
    private static readonly (string Unit, double Seconds)[] Times =
        [("year", 31_536_000), ("day", 86_400), ("h", 3_600), ("min", 60)];

    /// <summary>A label of nonlinearity.</summary>
    public static string Label(double label) => (Math.Round(label, 3) + 0.0).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A ratio.</summary>
    public static string Ratio(double ratio) => ratio.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share with three significant digits, in percent.</summary>
    /// <param name="share">0 or more; 1 is all.</param>
    public static string Percent(double share) => FormattableString.Invariant($"{Rounded(100 * share, 3)} %");

    /// <summary>A conductance with four significant digits.</summary>
    /// <param name="siemens">In siemens.</param>
    public static string Conductance(double siemens) => Quantity.Format((double)Rounded(siemens, 4), "S");

    /// <summary>A time with three significant digits, in the largest unit that it fills.</summary>
    /// <param name="seconds">In seconds, above 0.</param>
    public static string Time(double seconds)
    {
        foreach (var (unit, length) in Times)
            if (seconds >= length) return FormattableString.Invariant($"{Rounded(seconds / length, 3)} {unit}");
        return Quantity.Format((double)Rounded(seconds, 3), "s");
    }

    /// <summary>The noise of a pulse.</summary>
    /// <param name="device">The device.</param>
    /// <returns>Such as <c>3.5 % of window</c>, or <c>-</c>.</returns>
    public static string Noise(ListedDevice device) =>
        device.C2cSigma is { } sigma ? $"{Percent(sigma)} of {device.C2cOf}" : "-";

    /// <summary>The spread over devices.</summary>
    /// <param name="device">The device.</param>
    /// <returns>Such as <c>gmax 2 %, gain 10 %</c>, or <c>-</c>.</returns>
    public static string Spread(ListedDevice device) =>
        device.D2d.Count == 0 ? "-" : string.Join(", ", device.D2d.Select(pair => $"{pair.Key} {Percent(pair.Value)}"));

    // A decimal prints without exponent.
    private static decimal Rounded(double value, int digits) => decimal.Parse(
        value.ToString($"G{digits}", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
