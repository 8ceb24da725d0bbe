using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Prints numbers and ranges the way that they are written in a file.</summary>
internal static class NumberText
{
    /// <summary>A number that reads back to the same value.</summary>
    /// <param name="value">Any number, also infinite.</param>
    /// <param name="unit">Its unit, if any.</param>
    public static string Of(double value, string? unit = null)
    {
        if (double.IsInfinity(value)) return value > 0 ? ".inf" : "-.inf";
        if (unit is null) return value.ToString("R", CultureInfo.InvariantCulture);
        var text = Quantity.Format(value, unit);

        // With 17 digits the shift to a prefix can round: the base unit is exact then.
        return Quantity.TryParse(text, unit, out var back) && back.Equals(value)
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{value:R} {unit}");
    }

    /// <summary>Both ends of a range.</summary>
    /// <param name="range">The range.</param>
    /// <param name="unit">Unit of the numbers, if any.</param>
    public static string Of(RangeAttribute range, string? unit) => $"{Of(Low(range), unit)} .. {Of(High(range), unit)}";

    /// <summary>Whether a number lies in a range; every number does where there is none.</summary>
    /// <param name="range">The range, if any.</param>
    /// <param name="value">The number.</param>
    public static bool Contains(RangeAttribute? range, double value) =>
        range is null || (value >= Low(range) && value <= High(range)
            && !(range.MinimumIsExclusive && value.Equals(Low(range)))
            && !(range.MaximumIsExclusive && value.Equals(High(range))));

    private static double Low(RangeAttribute range) => Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);

    private static double High(RangeAttribute range) => Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
}
