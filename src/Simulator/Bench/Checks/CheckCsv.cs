using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Bench.Checks;

/// <summary>Comparisons as CSV.</summary>
internal static class CheckCsv
{
    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["backend", "rule", "devices", "compared", "different"];

    /// <summary>Fields of a row, in the order of the columns.</summary>
    public static string[] Fields(CheckRow row) =>
    [
        row.Backend, row.Rule, row.Devices,
        row.Compared.ToString(CultureInfo.InvariantCulture), row.Different.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>Writes all rows so far.</summary>
    /// <param name="path">The file; replaced.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(string path, IEnumerable<CheckRow> rows) => WholeTable.Write(path, Columns, rows.Select(Fields));
}
