namespace CrossbarSim.Simulator.Terminal;

/// <summary>A table of plain text: a line a row, the same on a terminal and in a file.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Prints the table; a column is as wide as its widest cell.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">Rows, as long as the header.</param>
    public static void Print(TextWriter output, string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        var widths = header.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
