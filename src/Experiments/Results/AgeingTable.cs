using System.Globalization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary><c>ageing.csv</c>; writing replaces what was there in one step.</summary>
public static class AgeingTable
{
    private static readonly string[] Columns = ["time_seconds", "test_loss", "test_accuracy"];

    /// <summary>Writes the table.</summary>
    /// <param name="paths">The files of the run.</param>
    /// <param name="rows">The rows, in order of time.</param>
    public static void Write(RunPaths paths, IReadOnlyList<AgeingRow> rows) => WholeTable.Write(
        paths.Ageing, Columns, rows.Select(row => new[] { row.Seconds, row.TestLoss, row.TestAccuracy }.Select(Text)));

    /// <summary>Reads the table.</summary>
    /// <param name="paths">The files of the run.</param>
    /// <returns>The rows; none where the run has no such table.</returns>
    /// <exception cref="DataFileException">The header or a row is not as it should be.</exception>
    public static IReadOnlyList<AgeingRow> Read(RunPaths paths)
    {
        if (!File.Exists(paths.Ageing)) return [];
        var lines = File.ReadAllLines(paths.Ageing);
        var header = string.Join(',', Columns);
        if (lines.Length == 0 || lines[0] != header) throw TableCodes.Header(paths.Ageing, $"expected the header \"{header}\"");
        return [.. lines.Skip(1).Select((line, i) => Row(new TableFields(paths.Ageing, i + 2, Columns, line.Split(','))))];
    }

    private static AgeingRow Row(TableFields fields) =>
        new(fields.Number(Columns[0]), fields.Number(Columns[1]), fields.Number(Columns[2]));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
