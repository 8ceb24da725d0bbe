using System.Globalization;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Numbers of a fit, in as many digits as are worth reading.</summary>
internal static class FitText
{
    private const double SmallestPrefix = 1e-15;

    // A of a curve that is over in a few pulses of a hundred.
    private const double StrongBend = 0.01;

    /// <summary>A number with five digits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its SI unit; empty: none.</param>
    public static string Quantity(double value, string unit)
    {
        if (double.IsInfinity(value)) return "no limit";
        var text = value.ToString("G5", CultureInfo.InvariantCulture);
        if (unit.Length == 0) return Short(text);
        return Math.Abs(value) is > 0 and < SmallestPrefix
            ? $"{Short(value.ToString("G2", CultureInfo.InvariantCulture))} {unit}"
            : Core.Units.Quantity.Format(double.Parse(text, CultureInfo.InvariantCulture), unit);
    }

    /// <summary>A share in percent.</summary>
    /// <param name="share">The share.</param>
    public static string Percent(double share) =>
        Short((100 * share).ToString(share < 10 ? "G3" : "F0", CultureInfo.InvariantCulture)) + " %";

    /// <summary>An interval, or why there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Interval(FittedParameter parameter)
    {
        if (parameter.IsAtBound) return "at a bound";
        if (double.IsNaN(parameter.Low) || IsEveryBend(parameter)) return "not determined by these data";
        var (low, high) = (Quantity(parameter.Low, parameter.Unit), Quantity(parameter.High, parameter.Unit));
        return parameter.Low <= parameter.High ? $"{low} .. {high}" : $"{low} and above, or {high} and below: linear is inside";
    }

    // From the strongest bend one way through straight to the strongest the other way.
    private static bool IsEveryBend(FittedParameter parameter) =>
        parameter.Low > parameter.High && parameter is { Low: < StrongBend, High: > -StrongBend };

    private static string Short(string text) => text.Replace("E-0", "e-", StringComparison.Ordinal)
        .Replace("E+0", "e+", StringComparison.Ordinal).Replace('E', 'e');
}
