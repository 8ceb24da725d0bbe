using System.Text;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Makes what the user wrote fit to be shown inside a one-line message.</summary>
internal static class Printable
{
    private const int Longest = 60;

    /// <summary>The text without control characters, cut where it is long.</summary>
    /// <param name="text">Anything.</param>
    public static string Short(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest] + "...";
        var shown = new StringBuilder(cut.Length);
        foreach (var letter in cut)
        {
            if (char.IsControl(letter)) shown.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else shown.Append(letter);
        }

        return shown.ToString();
    }

    /// <summary>The same between quotation marks.</summary>
    /// <param name="text">Anything.</param>
    public static string Quoted(string text) => $"'{Short(text)}'";
}
