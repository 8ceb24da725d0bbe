using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>What the files of a sweep hold, for whoever opens the folder later.</summary>
internal static class SweepReadme
{
    private const string Columns =
        """
        status                     ok; impossible: the configuration makes no sense; diverged: the loss is no number; failed
        error                      why the status is not ok
        test_accuracy, train_..., validation_...
                                   after the last epoch: fractions 0 to 1; losses: mean cross-entropy, nats; empty: not measured
        best_epoch                 epoch of the highest accuracy, on the validation samples where there are some, else on the
                                   test samples; best_test_accuracy, best_validation_accuracy: the accuracies then
        pulses_potentiation, pulses_depression, pulses_refused
                                   pulses of the whole run, over all devices: fired up, fired down, asked for but not fired
        pulses_per_device_maximum  pulses fired at the device that had the most
        write_energy_joules        V^2 G t of all pulses; empty: the device file has no `voltage`
        version                    program that computed the point

        epochs.csv: a row for each point and epoch, with the columns of epochs.csv of a run. Pulses are those of the epoch.

        timing.csv: seconds, the time of a batch over its points (points_together); backend, host and commit of the program.
        It is the one table that may differ between two runs of one plan.

        plan.json and journals are what `sweep --resume` goes on with. Leave them where they are.

        """;

    /// <summary>The text.</summary>
    /// <param name="folder">The sweep.</param>
    public static string Text(SweepFolder folder)
    {
        var keys = string.Concat(folder.Plan.Keys.Select(key => $"{key,-26} swept key of the experiment{Unit(folder, key)}\n"));
        var seed = folder.Columns.Seed is null ? "" : $"{"seed",-26} seed of the run\n";
        return $"A sweep of crossbarsim {ProgramVersion.Number}: {SweepText.Points(folder.Plan.Count)} of {folder.File.Sweep}\n\n"
            + "results.csv: a row for each point, by index.\n"
            + $"{"index",-26} place in the plan, from 0\n{"identity",-26} hash of the resolved configuration\n{keys}{seed}"
            + Columns.ReplaceLineEndings("\n");
    }

    private static string Unit(SweepFolder folder, string key) =>
        Configuration.OptionValue.UnitOf(folder.Plan.Experiment, key) is { } unit ? $", in {unit}" : "";
}
