using System.Globalization;
using Spectre.Console;

namespace CrossbarSim.Simulator.Bench;

/// <summary>Measured points as a table for people.</summary>
internal static class BenchTable
{
    // Wide enough for every row: a narrow terminal breaks the lines itself, and nothing is cut off.
    private const int Width = 160;

    private static readonly (double Unit, string Prefix)[] Prefixes = [(1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k")];

    private static readonly (string Title, Func<BenchRow, string?> Text)[] Columns =
    [
        ("measured", row => $"{row.Measurement} {row.Rule}"),
        ("backend", row => row.Backend),
        ("batch", row => $"{row.Batch}"),
        ("R", row => $"{row.Replicas}"),
        ("threads", row => $"{row.Threads}"),
        ("s/epoch", row => Digits(row.SecondsPerNetworkEpoch)),
        ("CPU s/epoch", row => Digits(row.CpuSecondsPerNetworkEpoch)),
        ("rate/s", row => Scaled(row.RatePerSecond)),
        ("rate/CPU s", row => Scaled(row.RatePerCpuSecond)),
        ("of peak", row => Percent(row.MultiplyAddFraction)),
        ("of copy", row => Percent(row.CopyFraction)),
        ("scaling", row => Percent(row.ThreadEfficiency)),
    ];

    /// <summary>Prints the table; honours NO_COLOR.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">The rows.</param>
    public static void Print(TextWriter output, IEnumerable<BenchRow> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (title, _) in Columns) table.AddColumn(new TableColumn(title) { NoWrap = true });
        foreach (var row in rows) table.AddRow([.. Columns.Select(column => Markup.Escape(column.Text(row) ?? ""))]);
        console.Write(table);
    }

    private static string? Digits(double? seconds) => seconds?.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string? Percent(double? fraction) => fraction?.ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Scaled(double rate)
    {
        var (unit, prefix) = Prefixes.FirstOrDefault(p => rate >= p.Unit, (1, " "));
        return string.Create(CultureInfo.InvariantCulture, $"{rate / unit:0.00}{prefix}");
    }
}
