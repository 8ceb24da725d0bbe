using System.Globalization;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Simulator.Comparing;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>compare</c> prints.</summary>
internal static class CompareText
{
    /// <summary>How much work a plan is.</summary>
    /// <param name="plan">The plan.</param>
    public static string Size(ComparePlan plan)
    {
        var (devices, all) = (plan.Whole.Count(), plan.Devices.Count);
        var size = Text($"{Count(devices, "device")} x {Count(plan.Seeds, "seed")}, ")
            + Text($"{Count(plan.Devices[0].Experiment.Training.Epochs, "epoch")} each");
        return all == devices ? size : size + Text(
            $"; sensitivity: {Count(all - devices, "variant")} more, {(double)all / devices:0.#} times the work");
    }

    /// <summary>Prints a table, a sentence for each device, and the files.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">What the runs came to.</param>
    /// <param name="files">The files.</param>
    public static void Print(TextWriter output, CompareReport report, IReadOnlyList<string> files)
    {
        string[] header =
        [
            "device", "accuracy %", "95 %", "difference", "95 %", "p adjusted", "NL up/down", "pulses mean/99 %/max", "refused",
            "energy",
        ];
        TextTable.Print(output, header, report.Summaries.Select(Row));
        output.WriteLine("difference: points, to the first device; pulses: of one memristor; refused and energy: of one run");
        output.WriteLine();
        foreach (var verdict in report.Verdicts) output.WriteLine(verdict);
        output.WriteLine();
        foreach (var file in files) output.WriteLine(file);
    }

    /// <summary>Prints the same as JSON.</summary>
    /// <param name="folder">The comparison.</param>
    /// <param name="report">What the runs came to.</param>
    /// <param name="files">The files.</param>
    public static void PrintJson(string folder, CompareReport report, IReadOnlyList<string> files) => JsonText.Print(new
    {
        Folder = folder,
        Devices = report.Summaries.Zip(report.Verdicts, (summary, verdict) => new
        {
            summary.Name,
            summary.Epoch,
            summary.Accuracy,
            summary.Difference,
            summary.AdjustedP,
            summary.NonlinearityUp,
            summary.NonlinearityDown,
            PulsesPerDevice = new { summary.Pulses.Mean, P99 = summary.Pulses99, summary.Pulses.Maximum },
            PulsesRefused = summary.Refused,
            WriteEnergyJoules = summary.EnergyJoules,
            Verdict = verdict,
        }),
        report.Sensitivity,
        Files = files,
    });

    private static string[] Row(DeviceSummary s) =>
    [
        s.Name, Text($"{100 * s.Accuracy.Mean:F2}"), Half(s.Accuracy),
        s.Difference is { } difference ? Text($"{100 * difference.Interval.Mean:+0.00;-0.00;0.00}") : "-",
        Half(s.Difference?.Interval), s.AdjustedP is { } p ? p < 0.001 ? "< 0.001" : Text($"{p:F3}") : "-",
        $"{DeviceText.Label(s.NonlinearityUp)}/{DeviceText.Label(s.NonlinearityDown)}",
        Text($"{s.Pulses.Mean:F1}/{s.Pulses99:N0}/{s.Pulses.Maximum:N0}"), Text($"{s.Refused:N0}"),
        s.EnergyJoules is { } joules ? Energy(joules) : "-",
    ];

    private static string Energy(double joules) =>
        Quantity.Format(double.Parse(Text($"{joules:G3}"), CultureInfo.InvariantCulture), "J");

    private static string Half(SeedInterval? interval) => interval?.HalfWidth is { } half ? Text($"+-{100 * half:F2}") : "-";

    private static string Count(int count, string what) => Text($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
