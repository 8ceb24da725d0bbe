using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Bench;

/// <summary>Measured points as CSV.</summary>
internal static class BenchCsv
{
    private static readonly (string Name, Func<BenchRow, object?> Value)[] All =
    [
        ("measurement", row => row.Measurement),
        ("backend", row => row.Backend),
        ("accelerator", row => row.Accelerator),
        ("rule", row => row.Rule),
        ("batch", row => row.Batch),
        ("replicas", row => row.Replicas),
        ("threads", row => row.Threads),
        ("repeats", row => row.Repeats),
        ("wall_seconds", row => row.Seconds),
        ("cpu_seconds", row => row.CpuSeconds),
        ("wall_seconds_per_network_epoch", row => row.SecondsPerNetworkEpoch),
        ("cpu_seconds_per_network_epoch", row => row.CpuSecondsPerNetworkEpoch),
        ("rate_per_second", row => row.RatePerSecond),
        ("rate_per_cpu_second", row => row.RatePerCpuSecond),
        ("rate_unit", row => row.Unit),
        ("multiply_adds_per_second", row => row.MultiplyAddsPerSecond),
        ("multiply_add_ceiling_per_second", row => row.MultiplyAddCeiling),
        ("multiply_add_fraction", row => row.MultiplyAddFraction),
        ("bytes_per_second", row => row.BytesPerSecond),
        ("copy_ceiling_bytes_per_second", row => row.CopyCeiling),
        ("copy_fraction", row => row.CopyFraction),
        ("thread_efficiency", row => row.ThreadEfficiency),
    ];

    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. All.Select(column => column.Name)];

    /// <summary>Fields of a row, in the order of the columns.</summary>
    public static IEnumerable<string> Fields(BenchRow row) =>
        All.Select(column => Convert.ToString(column.Value(row), CultureInfo.InvariantCulture) ?? "");

    /// <summary>Writes all rows so far.</summary>
    /// <param name="path">The file; replaced.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(string path, IEnumerable<BenchRow> rows) =>
        WholeTable.Write(path, Columns, rows.Select(Fields));
}
