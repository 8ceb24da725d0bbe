namespace CrossbarSim.Simulator.Configuration;

/// <summary>Text that the user gave: a file, or a value on the command line.</summary>
/// <param name="name">How messages call it.</param>
/// <param name="folder">Folder that relative paths inside the text start from.</param>
/// <param name="text">The text, without byte order mark.</param>
/// <param name="order">Place among the texts of one load: problems are listed in this order.</param>
/// <param name="hasLines">Whether lines and columns mean something to the user; not so on the command line.</param>
internal sealed class SourceText(string name, string folder, string text, int order, bool hasLines = true)
{
    // What the YAML scanner counts as the end of a line; CR LF counts once.
    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    private string[]? _lines;

    /// <summary>How messages call it.</summary>
    public string Name { get; } = name;

    /// <summary>Folder that relative paths inside the text start from.</summary>
    public string Folder { get; } = folder;

    /// <summary>The text, without byte order mark.</summary>
    public string Text { get; } = text;

    /// <summary>Place among the texts of one load.</summary>
    public int Order { get; } = order;

    /// <summary>Whether lines and columns mean something to the user.</summary>
    public bool HasLines { get; } = hasLines;

    /// <summary>A line of the text, empty behind the end.</summary>
    /// <param name="number">Line number, from 1.</param>
    public string Line(int number)
    {
        _lines ??= Text.Split(Breaks, StringSplitOptions.None);
        return number >= 1 && number <= _lines.Length ? _lines[number - 1] : "";
    }
}
