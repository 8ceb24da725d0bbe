using System.Globalization;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Numbers of a fit, in as many digits as are worth reading.</summary>
internal static class FitText
{
    /// <summary>A number with five digits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its SI unit; empty: none.</param>
    public static string Quantity(double value, string unit)
    {
        if (double.IsInfinity(value)) return "no limit";
        var text = value.ToString("G5", CultureInfo.InvariantCulture);
        return unit.Length == 0
            ? text.Replace("E-0", "e-", StringComparison.Ordinal).Replace("E+0", "e+", StringComparison.Ordinal)
            : Core.Units.Quantity.Format(double.Parse(text, CultureInfo.InvariantCulture), unit);
    }

    /// <summary>A share in percent.</summary>
    /// <param name="share">The share.</param>
    public static string Percent(double share) =>
        (100 * share).ToString("G3", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal) + " %";

    /// <summary>An interval, or why there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Interval(FittedParameter parameter)
    {
        if (parameter.IsAtBound) return "at a bound";
        if (double.IsNaN(parameter.Low)) return "not determined by these data";
        var (low, high) = (Quantity(parameter.Low, parameter.Unit), Quantity(parameter.High, parameter.Unit));
        return parameter.Low <= parameter.High ? $"{low} .. {high}" : $"{low} and above, or {high} and below: linear is inside";
    }
}
