using System.Text;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>How files say which way a pulse goes.</summary>
internal static class DirectionWords
{
    private static readonly string[] Rising = ["potentiation", "pot", "p", "up", "ltp", "set", "+", "+1", "1"];
    private static readonly string[] Falling = ["depression", "dep", "d", "down", "ltd", "reset", "-", "-1"];

    /// <summary>Whether a word means falling pulses; null: it means nothing known.</summary>
    /// <param name="word">UTF-8.</param>
    public static bool? IsDepression(ReadOnlySpan<byte> word)
    {
        var text = Encoding.UTF8.GetString(word).Trim().ToLowerInvariant();
        if (Rising.Contains(text)) return false;
        return Falling.Contains(text) ? true : null;
    }

    /// <summary>The words, for a message.</summary>
    public static string Listed => $"{string.Join(", ", Rising)}; {string.Join(", ", Falling)}";
}
