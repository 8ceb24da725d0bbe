using System.Globalization;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Experiments.Sweeps.Sampling;

/// <summary>Two numbers in one unit.</summary>
/// <param name="First">The first number, in <paramref name="Unit"/>.</param>
/// <param name="Second">The second number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">As it was written, such as <c>uS</c>; empty: none.</param>
public sealed record ScaledPair(double First, double Second, string Unit)
{
    /// <summary>Reads two numbers; where their prefixes differ, in the base unit.</summary>
    /// <param name="values">Two values.</param>
    /// <returns>The numbers, or null where they are none or of different units.</returns>
    public static ScaledPair? Parse(IReadOnlyList<AnyValue> values)
    {
        if (NumberWithUnit.Parse(values[0].Yaml) is not { } first || NumberWithUnit.Parse(values[1].Yaml) is not { } second)
            return null;
        if (first.Suffix == second.Suffix) return new ScaledPair(first.Number, second.Number, first.Suffix);
        return first.Unit == second.Unit ? new ScaledPair(first.Base, second.Base, first.Unit) : null;
    }

    /// <summary>A number in that unit, 9 significant digits: enough to tell a million values apart.</summary>
    /// <param name="number">The number.</param>
    public string Text(double number)
    {
        var text = number.ToString("G9", CultureInfo.InvariantCulture).Replace('E', 'e');
        return Unit.Length == 0 ? text : $"{text} {Unit}";
    }
}
