using System.Globalization;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Experiments.Sweeps.Sampling;

/// <summary>A number of any kind of key, as it is written in YAML.</summary>
/// <param name="Number">The number as written.</param>
/// <param name="Suffix">Prefix and unit as written; empty: none.</param>
/// <param name="Base">The number in the base unit.</param>
/// <param name="Unit">The base unit; empty: none.</param>
public sealed record NumberWithUnit(double Number, string Suffix, double Base, string Unit)
{
    // The one order in which no unit is the end of another with a prefix that is none.
    private static readonly string[] Units = ["Ohm", "S", "V", "A", "J", "K", "s"];

    /// <summary>Reads a number.</summary>
    /// <param name="text">Such as <c>5 uS</c> or <c>0.5</c>.</param>
    /// <returns>The number; null where it is none.</returns>
    public static NumberWithUnit? Parse(string text)
    {
        if (Plain(text) is { } plain) return new NumberWithUnit(plain, "", plain, "");
        var unit = Units.FirstOrDefault(u => Quantity.TryParse(text, u, out _));
        if (unit is null || !Quantity.TryParse(text, unit, out var value)) return null;
        var length = text.Length;
        while (length > 0 && Plain(text[..length]) is null) length--;
        return Plain(text[..length]) is { } number ? new NumberWithUnit(number, text[length..].Trim(), value, unit) : null;
    }

    private static double? Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
}
