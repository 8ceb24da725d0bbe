using System.Globalization;

namespace CrossbarSim.Core.Units;

/// <summary>
/// Parses and prints numbers with a unit and an SI prefix: <c>50 uS</c>, <c>1.2 V</c>, <c>100 ns</c>.
/// Inside the program every number is in the base unit; prefixes live only here.
/// </summary>
public static class Quantity
{
    private static readonly (string Symbol, int Exponent)[] Prefixes =
        [("f", -15), ("p", -12), ("n", -9), ("u", -6), ("µ", -6), ("μ", -6), ("m", -3), ("", 0),
         ("k", 3), ("M", 6), ("G", 9)];

    // Longest first: printed with the largest that divides the time. A year has 365 days.
    private static readonly (string Symbol, int Seconds)[] Times =
        [("year", 31_536_000), ("day", 86_400), ("h", 3_600), ("min", 60)];

    /// <summary>Units of time that are read beside seconds, where the unit is s; a plural s may follow days and years.</summary>
    public static IReadOnlyList<string> TimeUnits { get; } = [.. Times.Select(t => t.Symbol)];

    /// <summary>The letters of all SI prefixes that are read; µ in both its characters.</summary>
    public static string PrefixLetters { get; } = string.Concat(Prefixes.Select(p => p.Symbol));

    /// <summary>Reads a number with unit.</summary>
    /// <param name="text">Such as <c>5 uS</c>; the space is optional.</param>
    /// <param name="unit">The base unit that is expected, such as <c>S</c>.</param>
    /// <param name="value">The value in the base unit, correctly rounded.</param>
    /// <returns>Whether <paramref name="text"/> is a finite number with that unit.</returns>
    public static bool TryParse(string text, string unit, out double value)
    {
        value = 0;
        var trimmed = text.Trim();
        foreach (var (prefix, exponent) in Prefixes)
        {
            var symbol = prefix + unit;
            if (!trimmed.EndsWith(symbol, StringComparison.Ordinal)) continue;
            var number = trimmed[..^symbol.Length].TrimEnd();
            if (TryScale(number, exponent, out value)) return true;
        }

        return unit == "s" && TryTime(trimmed, out value);
    }

    /// <summary>Prints a value with the prefix that leaves one to three digits before the point.</summary>
    /// <param name="value">The value in the base unit, finite.</param>
    /// <param name="unit">The base unit, such as <c>S</c>.</param>
    /// <returns>Text that <see cref="TryParse"/> reads back to the same number.</returns>
    public static string Format(double value, string unit)
    {
        if (value == 0) return $"0 {unit}";
        if (unit == "s" && WholeTime(value) is { } time) return time;
        var (digits, point) = Shortest(Math.Abs(value));
        var exponent = Math.Clamp((int)Math.Floor((point - 1) / 3.0) * 3, -15, 9);
        var prefix = Prefixes.First(p => p.Exponent == exponent).Symbol;
        var sign = value < 0 ? "-" : "";
        return $"{sign}{Place(digits, point - exponent)} {prefix}{unit}";
    }

    private static bool TryTime(string text, out double value)
    {
        value = 0;
        foreach (var (symbol, seconds) in Times)
        {
            var number = symbol is "day" or "year" && text.EndsWith(symbol + "s", StringComparison.Ordinal) ? text[..^1] : text;
            if (!number.EndsWith(symbol, StringComparison.Ordinal)) continue;
            if (!TryScale(number[..^symbol.Length].TrimEnd(), 0, out var count)) continue;
            value = count * seconds;
            return double.IsFinite(value);
        }

        return false;
    }

    // 1 h and 30 day read better than 3.6 ks and 2.592 Ms.
    private static string? WholeTime(double value)
    {
        foreach (var (symbol, seconds) in Times)
            if (value >= seconds && value / seconds < 1000 && value % seconds == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{value / seconds} {symbol}");
        return null;
    }

    private static bool TryScale(string number, int exponent, out double value)
    {
        value = 0;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var invariant = CultureInfo.InvariantCulture;
        if (!double.TryParse(number, Style, invariant, out var plain) || !double.IsFinite(plain)) return false;
        if (Split(number) is not var (digits, power)) return false;

        // One decimal-to-binary conversion for the scaled number: 50 * 1e-6 would round twice.
        return double.TryParse($"{digits}e{power + exponent}", Style, invariant, out value) && double.IsFinite(value);
    }

    private static (string Digits, long Power)? Split(string number)
    {
        var at = number.IndexOfAny(['e', 'E']);
        if (at < 0) return (number, 0);
        return int.TryParse(number[(at + 1)..], CultureInfo.InvariantCulture, out var power) ? (number[..at], power) : null;
    }

    // The fewest digits that tell the value from its neighbours, and how many of them stand before the point.
    private static (string Digits, int Point) Shortest(double magnitude)
    {
        var (number, power) = Split(magnitude.ToString("R", CultureInfo.InvariantCulture))!.Value;
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        var all = number.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var point = (dot < 0 ? all.Length : dot) - (all.Length - digits.Length);
        return (digits.TrimEnd('0'), point + (int)power);
    }

    // Moves the point through the text: a division by the prefix would round and print another number.
    private static string Place(string digits, int point)
    {
        if (point is < -5 or > 15) return $"{digits[0]}.{digits[1..]}0e{point - 1}";
        if (point <= 0) return $"0.{new string('0', -point)}{digits}";
        return point >= digits.Length ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}";
    }
}
