using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>The outcome columns of <c>results.csv</c>.</summary>
/// <param name="Status">How the point ended.</param>
/// <param name="Error">Why it did not end well; empty: it did.</param>
/// <param name="Summary">Figures of the run; null: there was none.</param>
/// <param name="EnergyJoules">Estimated energy of all write pulses; null: not known.</param>
public sealed record PointOutcome(PointStatus Status, string Error, RunSummary? Summary, double? EnergyJoules)
{
    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "status", "error", "test_accuracy", "test_loss", "train_accuracy", "train_loss", "validation_accuracy", "validation_loss",
        "best_epoch", "best_test_accuracy", "best_validation_accuracy", "pulses_potentiation", "pulses_depression",
        "pulses_refused", "pulses_per_device_maximum", "write_energy_joules", "version",
    ];

    /// <summary>The fields, as many as there are columns.</summary>
    public IEnumerable<string> Fields()
    {
        var (final, best, pulses) = (Summary?.Final, Summary?.Best, Summary?.Pulses);
        return
        [
            OptionNames.Value(Status.ToString()), Error,
            Text(final?.TestAccuracy), Text(final?.TestLoss), Text(final?.TrainAccuracy), Text(final?.TrainLoss),
            Text(final?.ValidationAccuracy), Text(final?.ValidationLoss),
            Text(best?.Epoch), Text(best?.TestAccuracy), Text(best?.ValidationAccuracy),
            Text(pulses?.Potentiation), Text(pulses?.Depression), Text(pulses?.Refused), Text(pulses?.PerDeviceMaximum),
            Text(EnergyJoules), ProgramVersion.Number,
        ];
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
