using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Reads numbers with units, and guesses the prefix that was forgotten.</summary>
internal static class QuantityReader
{
    private const double Hour = 3_600;
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZµμΩ";

    /// <summary>Reads text such as <c>5 uS</c>.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="unit">Symbol of the SI unit.</param>
    /// <param name="range">The range, in the SI unit.</param>
    public static Reading Read(string text, string unit, RangeAttribute? range)
    {
        if (!Quantity.TryParse(text, unit, out var value)) return NotRead(text, unit, range);
        if (NumberText.Contains(range, value)) return new Reading(value);
        return Reading.Refused(ProblemCodes.OutOfRange,
            $"{Printable.Short(text)} is outside"
            + $" {NumberText.Of(range!, unit)}{Suggestion.Question(Prefixed(Number(text), unit, range))}");
    }

    /// <summary>A value that would be allowed.</summary>
    /// <param name="range">The range, in the SI unit.</param>
    /// <param name="unit">Symbol of the SI unit.</param>
    public static string Example(RangeAttribute? range, string unit) =>
        Prefixed("5", unit, range) ?? Prefixed("1", unit, range) ?? $"1 {unit}";

    private static Reading NotRead(string text, string unit, RangeAttribute? range)
    {
        var number = Number(text);
        var letters = text.Trim()[number.Length..].Trim();
        if (letters.Length == 0 && number.Length > 0)
            return Reading.Refused(ProblemCodes.Unit, WithoutUnit(number, unit, range));
        return Reading.Refused(ProblemCodes.Unit,
            $"{Printable.Quoted(text)} is not a number with the unit {unit}, such as"
            + $" {Example(range, unit)}{Suggestion.Question(SameLetters(number, letters, unit, range))}");
    }

    private static string WithoutUnit(string number, string unit, RangeAttribute? range)
    {
        var meant = Prefixed(number, unit, range);
        var allowed = meant is null ? $": write it as {Example(range, unit)}" : "";
        return $"{Printable.Short(number)} has no unit{allowed}{Suggestion.Question(meant)}";
    }

    /// <summary>The number with the first prefix, in the order of how usual it is, that puts it into the range.</summary>
    private static string? Prefixed(string number, string unit, RangeAttribute? range) =>
        Usual(unit, range).Select(prefix => $"{number} {prefix}{unit}").FirstOrDefault(t => Fits(t, unit, range));

    private static string? SameLetters(string number, string letters, string unit, RangeAttribute? range) =>
        Usual(unit, range).Where(prefix => string.Equals(prefix + unit, letters, StringComparison.OrdinalIgnoreCase))
            .Select(prefix => $"{number} {prefix}{unit}").FirstOrDefault(t => Fits(t, unit, range));

    private static bool Fits(string text, string unit, RangeAttribute? range) =>
        Quantity.TryParse(text, unit, out var value) && NumberText.Contains(range, value);

    private static string[] Usual(string unit, RangeAttribute? range) => unit switch
    {
        // A time that can be an hour is hardly one of microseconds.
        "s" when NumberText.Contains(range, Hour) => ["", "m", "k", "u", "M", "n", "p", "f", "G"],
        "S" or "A" or "s" => ["u", "n", "m", "p", "", "f", "k", "M", "G"],
        "Ohm" => ["k", "", "M", "m", "G", "u", "n", "p", "f"],
        _ => ["", "m", "u", "k", "n", "M", "p", "f", "G"],
    };

    /// <summary>The number at the beginning of the text, without what looks like a unit.</summary>
    private static string Number(string text)
    {
        var trimmed = text.Trim();
        var number = trimmed.TrimEnd(Letters.ToCharArray()).TrimEnd();
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? number
            : "";
    }
}
