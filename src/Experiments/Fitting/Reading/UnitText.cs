using CrossbarSim.Core.Units;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Units as people write them in headers.</summary>
internal static class UnitText
{
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["S"] = ["siemens", "mho", "s"],
        ["Ohm"] = ["ohms", "ohm", "ω", "Ω"],
        ["A"] = ["amperes", "ampere", "amps", "amp", "a"],
        ["V"] = ["volts", "volt", "v"],
        ["s"] = ["seconds", "second", "sec", "s"],
    };

    /// <summary>What a number in a unit is to be multiplied by.</summary>
    /// <param name="text">Such as <c>uS</c>, <c>kOhm</c> or <c>siemens</c>.</param>
    /// <param name="unit">Symbol of the SI unit that is expected.</param>
    /// <returns>The factor, or null where the text is no such unit.</returns>
    public static double? Factor(string text, string unit)
    {
        if (!Words.TryGetValue(unit, out var words)) return null;
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && Quantity.TryParse($"1 {text[..^word.Length].Trim('_', ' ')}{unit}", unit, out var factor))
                return factor;
        return null;
    }
}
