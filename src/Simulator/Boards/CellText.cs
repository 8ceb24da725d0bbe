using System.Globalization;
using CrossbarSim.Core.Boards;

namespace CrossbarSim.Simulator.Boards;

/// <summary>Cells as they are typed: <c>3,5;0..7,2</c>.</summary>
internal static class CellText
{
    private const string Between = "..";
    private const int Most = 65_535;

    /// <summary>How cells are typed, for a message.</summary>
    public const string Form = "ROW,COLUMN;... from 0, such as \"3,5;0..7,2\"";

    /// <summary>Reads cells.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Blocks in the order in which they were typed; null where the text is none.</returns>
    public static IReadOnlyList<CellBlock>? Parse(string text)
    {
        var blocks = new List<CellBlock>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            string[] lines = part.Split(',', StringSplitOptions.TrimEntries);
            if (lines.Length != 2 || Range(lines[0]) is not var (row, rows) || Range(lines[1]) is not var (column, columns))
                return null;
            blocks.Add(new CellBlock(row, column, rows, columns));
        }

        return blocks;
    }

    /// <summary>The single cells of blocks, each once.</summary>
    public static IReadOnlyList<Cell> Cells(IEnumerable<CellBlock> blocks) =>
        [.. blocks.SelectMany(block => Enumerable.Range(0, block.Count).Select(k => block[k])).Distinct()];

    private static (int First, int Count)? Range(string text)
    {
        var at = text.IndexOf(Between, StringComparison.Ordinal);
        var (from, to) = at < 0 ? (text, text) : (text[..at], text[(at + Between.Length)..]);
        return Line(from) is { } first && Line(to) is { } last && first <= last ? (first, last - first + 1) : null;
    }

    private static int? Line(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line <= Most ? line : null;
}
