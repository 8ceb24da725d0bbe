using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>The tables of a comparison; accuracies and their differences are fractions, 0 .. 1.</summary>
public static class CompareTables
{
    private static readonly string[] SummaryColumns =
    [
        "device", "seeds", "epoch", "test_accuracy_mean", "test_accuracy_ci95_low", "test_accuracy_ci95_high",
        "difference_mean", "difference_ci95_low", "difference_ci95_high", "p_value", "p_value_adjusted",
        "nonlinearity_up", "nonlinearity_down", "pulses_per_device_mean", "pulses_per_device_p99", "pulses_per_device_max",
        "pulses_refused_mean", "write_energy_mean_joules",
    ];

    private static readonly string[] SensitivityColumns =
    [
        "device", "ideal_parameter", "seeds", "test_accuracy_mean", "gain_mean", "gain_ci95_low", "gain_ci95_high",
        "p_value", "p_value_adjusted",
    ];

    /// <summary>Writes every epoch of every run.</summary>
    /// <param name="path">The file.</param>
    /// <param name="devices">Devices and variants.</param>
    public static void WriteEpochs(string path, IReadOnlyList<ComparedRuns> devices)
    {
        var validated = devices[0].Device.Experiment.Dataset.Validation > 0;
        string[] columns = [.. EpochRow.Columns, .. validated ? EpochRow.OptionalColumns : []];
        WholeTable.Write(path, ["device", "seed", .. columns],
            from device in devices
            from run in device.Seeds
            from row in run.Rows
            select new[] { device.Device.Name, $"{run.Seed}" }.Concat(row.Fields().Take(columns.Length)));
    }

    /// <summary>Writes a row for each device.</summary>
    /// <param name="path">The file.</param>
    /// <param name="summaries">The devices.</param>
    public static void WriteSummary(string path, IReadOnlyList<DeviceSummary> summaries) =>
        WholeTable.Write(path, SummaryColumns, summaries.Select(s => (string[])
        [
            s.Name, Text(s.Accuracy.Count), Text(s.Epoch), .. Interval(s.Accuracy),
            .. s.Difference is { } difference ? Interval(difference.Interval) : ["", "", ""], Text(s.Difference?.P),
            Text(s.AdjustedP), Text(s.NonlinearityUp), Text(s.NonlinearityDown),
            Text(s.Pulses.Mean), Text(s.Pulses99), Text(s.Pulses.Maximum), Text(s.Refused), Text(s.EnergyJoules),
        ]));

    /// <summary>Writes a row for each parameter of each device.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The parameters.</param>
    public static void WriteSensitivity(string path, IReadOnlyList<SensitivityRow> rows) =>
        WholeTable.Write(path, SensitivityColumns, rows.Select(row => (string[])
        [
            row.Device, row.Parameter, Text(row.Accuracy.Count), Text(row.Accuracy.Mean), .. Interval(row.Gain.Interval),
            Text(row.Gain.P), Text(row.AdjustedP),
        ]));

    private static string[] Interval(SeedInterval interval) =>
        [Text(interval.Mean), Text(interval.Low), Text(interval.High)];

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
