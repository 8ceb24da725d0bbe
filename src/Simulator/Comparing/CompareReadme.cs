namespace CrossbarSim.Simulator.Comparing;

/// <summary>What the files of a comparison hold, for whoever opens the folder later.</summary>
internal static class CompareReadme
{
    private const string Columns =
        """
        # What is in this folder

        `compare.csv`: a row for each device, seed and epoch, with the columns of `epochs.csv` of a run. `summary.csv`: a row for
        each device after the last epoch. Accuracies and differences are fractions, 0 to 1.

        | column of summary.csv | is |
        |---|---|
        | test_accuracy_mean, _ci95_low, _ci95_high | mean over seeds and its 95 % interval (Student's t) |
        | difference_mean, _ci95_low, _ci95_high | device minus the first device, seed by seed: mean and its 95 % interval |
        | p_value | two-sided paired t test; p_value_adjusted: for the number of devices compared (Holm) |
        | nonlinearity_up, _down | bend of the curves by NeuroSim's label; 0 is linear |
        | pulses_per_device_mean, _p99, _max | pulses fired at one memristor in a whole run, over all memristors and seeds |
        | pulses_refused_mean | pulses of a run that were asked for at the end of a window, mean over seeds |
        | write_energy_mean_joules | V^2 G t of all pulses of a run, mean over seeds; G: mean of before and after the run |

        `sensitivity.csv`, where it was asked for: each parameter of a device made ideal alone, and what that gains.
        `runs/DEVICE/seed-N` is a run like one of `train`; `plan` and `compare.json` are what `compare --resume` goes on with.

        """;

    /// <summary>The text.</summary>
    /// <param name="report">What the runs came to.</param>
    public static string Text(CompareReport report)
    {
        string[] without = [.. report.Summaries.Where(s => s.EnergyJoules is null).Select(s => s.Name)];
        var energy = without.Length == 0 ? "" : "\n`write_energy_mean_joules` is empty where nothing says what a pulse is. "
            + "Give `voltage` in the device file, or --pulse-voltage and --pulse-width: " + string.Join(", ", without) + ".\n";
        return Columns.ReplaceLineEndings("\n") + energy;
    }
}
