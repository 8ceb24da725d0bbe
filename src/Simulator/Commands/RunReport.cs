using System.Globalization;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Runs;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>train</c> prints on stdout when it is done.</summary>
internal static class RunReport
{
    /// <summary>Prints figures and files in words.</summary>
    public static void Print(IReadOnlyList<PlannedRun> runs, IReadOnlyList<RunOutcome> outcomes, string? comparison)
    {
        foreach (var (run, outcome) in runs.Zip(outcomes))
        {
            Console.Out.WriteLine($"{run.Name}: {Figures(outcome.Summary)}");
            Console.Out.WriteLine($"  {Pulses(outcome.Summary.Pulses)}");
            if (Worn(outcome.Summary.Pulses) is { } worn) Console.Out.WriteLine($"  {worn}");
            Ageing(outcome.Ageing);
            Console.Out.WriteLine($"  CSV       {outcome.Paths.Epochs}");
            Console.Out.WriteLine($"  pictures  {outcome.Pictures[0]}, {Names(outcome.Pictures.Skip(1))}");
        }

        if (comparison is not null) Console.Out.WriteLine($"comparison: {comparison}");
    }

    /// <summary>Prints the same as JSON.</summary>
    public static void PrintJson(IReadOnlyList<PlannedRun> runs, IReadOnlyList<RunOutcome> outcomes, string? comparison) =>
        JsonText.Print(new
        {
            Runs = runs.Zip(outcomes, (run, outcome) => new
            {
                run.Name,
                outcome.Paths.Folder,
                outcome.Finished,
                outcome.Summary,
                outcome.Ageing,
                outcome.Pictures,
            }),
            Comparison = comparison,
        });

    private static string Figures(RunSummary summary) => summary.Final.TestAccuracy is { } final
        ? string.Create(CultureInfo.InvariantCulture,
            $"test accuracy {100 * final:F2} % after {Epochs(summary.EpochsDone)}, {Best(summary, summary.Best!)}")
        : $"{Epochs(summary.EpochsDone)}, not evaluated";

    private static void Ageing(IReadOnlyList<AgeingRow> rows)
    {
        if (rows.Count == 0) return;
        TextTable.Print(Console.Out, ["  read after", "test accuracy", "loss"], rows.Select(row => (string[])
        [
            $"  {Quantity.Format(row.Seconds, "s")}",
            string.Create(CultureInfo.InvariantCulture, $"{100 * row.TestAccuracy:F2} %"),
            string.Create(CultureInfo.InvariantCulture, $"{row.TestLoss:F4}"),
        ]));
    }

    private static string Names(IEnumerable<string> files) => string.Join(", ", files.Select(Path.GetFileName));

    private static string Epochs(int count) => count == 1 ? "1 epoch" : $"{count} epochs";

    private static string Best(RunSummary summary, EpochFigures best) => summary.BestBy == RunSummary.ByValidation
        ? string.Create(CultureInfo.InvariantCulture,
            $"{100 * best.TestAccuracy:F2} % after {best.Epoch}, the best on the validation set"
            + $" ({100 * best.ValidationAccuracy:F2} %)")
        : string.Create(CultureInfo.InvariantCulture, $"best {100 * best.TestAccuracy:F2} % after {best.Epoch}");

    private static string? Worn(PulseSummary pulses) => pulses.StuckDevices is null
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"of {pulses.Devices:N0} devices {pulses.StuckDevices:N0} are stuck and {pulses.WornOutDevices:N0} worn out");

    private static string Pulses(PulseSummary pulses) => string.Create(CultureInfo.InvariantCulture,
        $"{pulses.Potentiation:N0} potentiation and {pulses.Depression:N0} depression pulses, {pulses.Refused:N0} refused");
}
