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

        return false;
    }

    /// <summary>Prints a value with the prefix that leaves one to three digits before the point.</summary>
    /// <param name="value">The value in the base unit, finite.</param>
    /// <param name="unit">The base unit, such as <c>S</c>.</param>
    /// <returns>Text that <see cref="TryParse"/> reads back to the same number.</returns>
    public static string Format(double value, string unit)
    {
        if (value == 0) return $"0 {unit}";
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) / 3 + 1e-9) * 3;
        exponent = Math.Clamp(exponent, -15, 9);
        var prefix = Prefixes.First(p => p.Exponent == exponent).Symbol;
        return $"{Shift(value, -exponent)} {prefix}{unit}";
    }

    private static bool TryScale(string number, int exponent, out double value)
    {
        value = 0;
        const NumberStyles Style = NumberStyles.Float & ~NumberStyles.AllowTrailingWhite;
        if (!double.TryParse(number, Style, CultureInfo.InvariantCulture, out var plain) || !double.IsFinite(plain))
            return false;
        var (digits, power) = Split(number);

        // One decimal-to-binary conversion for the scaled number: 50 * 1e-6 would round twice.
        value = double.Parse($"{digits}e{power + exponent}", CultureInfo.InvariantCulture);
        return double.IsFinite(value);
    }

    private static string Shift(double value, int exponent)
    {
        var (digits, power) = Split(value.ToString("R", CultureInfo.InvariantCulture));
        var shifted = double.Parse($"{digits}e{power + exponent}", CultureInfo.InvariantCulture);
        return shifted.ToString("R", CultureInfo.InvariantCulture);
    }

    private static (string Digits, int Power) Split(string number)
    {
        var at = number.IndexOfAny(['e', 'E']);
        return at < 0
            ? (number, 0)
            : (number[..at], int.Parse(number[(at + 1)..], CultureInfo.InvariantCulture));
    }
}
