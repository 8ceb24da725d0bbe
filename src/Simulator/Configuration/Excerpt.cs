namespace CrossbarSim.Simulator.Configuration;

/// <summary>The line that a problem lies on, with a caret under the place.</summary>
internal static class Excerpt
{
    private const int Widest = 160;
    private const int Before = 100;

    /// <summary>Two lines: the text, and the caret.</summary>
    /// <param name="at">The place.</param>
    public static string Of(Location at)
    {
        var line = at.Source.Line(at.Line);
        var column = Math.Clamp(at.Column - 1, 0, line.Length);

        // A generated file may hold one line of megabytes: show the part around the place.
        var start = line.Length <= Widest ? 0 : Math.Max(0, column - Before);
        var text = line.Substring(start, Math.Min(Widest, line.Length - start));
        return $"{Clean(text)}\n{Blank(text[..(column - start)])}^";
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) && c != '\t' ? ' ' : c));

    // Tabs stay tabs, so that the caret lines up whatever the terminal's tab width.
    private static string Blank(string text) => string.Concat(text.Select(c => c == '\t' ? '\t' : ' '));
}
