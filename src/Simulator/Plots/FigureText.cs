using System.Globalization;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Text as it appears in figures.</summary>
internal static class FigureText
{
    /// <summary>Shortens a name and takes out what neither a font nor XML can show.</summary>
    /// <param name="text">Any text, such as a name from a file.</param>
    /// <param name="most">Most characters; a longer text ends in an ellipsis.</param>
    public static string Clean(string text, int most)
    {
        var plain = string.Concat(text.EnumerateRunes().Select(Shown));
        var elements = new StringInfo(plain);
        return elements.LengthInTextElements <= most ? plain : elements.SubstringByTextElements(0, most - 1) + "…";
    }

    /// <summary>A fraction as percent with one decimal.</summary>
    /// <param name="fraction">0 .. 1.</param>
    public static string Percent(double fraction) =>
        (100 * fraction).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Shown(System.Text.Rune rune) =>
        System.Text.Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString();
}
