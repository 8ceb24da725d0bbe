using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Programming;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>
/// <c>transfer.csv</c>: accuracy by seed and time; <c>programming.csv</c>: how each layer of each seed was programmed.
/// </summary>
public static class TransferTables
{
    private static readonly string[] Accuracy = ["seed", "time_seconds", "test_loss", "test_accuracy", "float_test_accuracy"];

    private static readonly string[] Programming =
    [
        "seed", "layer", "devices", .. Enum.GetNames<StopReason>().Select(OptionNames.Key), "weights_clipped",
        "pulses_potentiation", "pulses_depression", "pulses_refused", "reads", "error_rms_of_window", "error_largest_of_window",
    ];

    /// <summary>Writes both; time 0 is just after programming, before anything ages.</summary>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="result">The result.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(string folder, TransferResult result)
    {
        var (accuracy, programming) = (Path.Combine(folder, "transfer.csv"), Path.Combine(folder, "programming.csv"));
        WholeTable.Write(accuracy, Accuracy, result.Arrays.SelectMany(array => Times(array).Select(row => new[]
        {
            Text(array.Seed), Text(row.Seconds), Text(row.TestLoss), Text(row.TestAccuracy), Text(result.Before.Accuracy),
        })));
        WholeTable.Write(programming, Programming, result.Arrays.SelectMany(array =>
            array.Layers.Select((layer, number) => Row(array.Seed, number, LayerReport.Of(layer)))));
        return [accuracy, programming];
    }

    private static IEnumerable<AgeingRow> Times(TransferredArray array) => array.Later.Prepend(new AgeingRow(0, array.Fresh));

    private static IEnumerable<string> Row(ulong seed, int layer, LayerReport report) =>
    [
        Text(seed), Text(layer), Text(report.Devices), .. report.Reasons.Select(Text), Text(report.Clipped),
        Text(report.Pulses.Potentiation), Text(report.Pulses.Depression), Text(report.Pulses.Refused), Text(report.Reads),
        Text(report.ErrorRms), Text(report.ErrorLargest),
    ];

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
