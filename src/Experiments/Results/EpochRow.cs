using System.Globalization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Results;

/// <summary>One row of <c>epochs.csv</c>: how well the network does after an epoch, and what it cost.</summary>
/// <param name="Epoch">Epochs done; 0 before any.</param>
/// <param name="TrainLoss">Mean loss over the training samples, nats; null: not evaluated.</param>
/// <param name="TrainAccuracy">Fraction of the training samples classified right, 0 .. 1; null: not evaluated.</param>
/// <param name="TestLoss">Mean loss over the test samples, nats; null: not evaluated.</param>
/// <param name="TestAccuracy">Fraction of the test samples classified right, 0 .. 1; null: not evaluated.</param>
/// <param name="Pulses">Pulses of this epoch, over all layers.</param>
public sealed record EpochRow(
    int Epoch,
    double? TrainLoss,
    double? TrainAccuracy,
    double? TestLoss,
    double? TestAccuracy,
    PulseTotals Pulses) : ITableRow<EpochRow>
{
    /// <summary>Creates the row of an epoch.</summary>
    /// <param name="epoch">Epochs done; 0 before any.</param>
    /// <param name="training">Figures on the training samples; null: not evaluated.</param>
    /// <param name="test">Figures on the test samples; null: not evaluated.</param>
    /// <param name="pulses">Pulses of this epoch, over all layers.</param>
    public EpochRow(int epoch, Evaluation? training, Evaluation? test, PulseTotals pulses)
        : this(epoch, training?.Loss, training?.Accuracy, test?.Loss, test?.Accuracy, pulses)
    {
    }

    /// <inheritdoc/>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "epoch", "train_loss", "train_accuracy", "test_loss", "test_accuracy",
        "pulses_potentiation", "pulses_depression", "pulses_refused",
    ];

    /// <inheritdoc/>
    public static EpochRow Parse(TableFields fields) => new(
        fields.Count<int>("epoch"),
        fields.NumberOrNull("train_loss"),
        fields.NumberOrNull("train_accuracy"),
        fields.NumberOrNull("test_loss"),
        fields.NumberOrNull("test_accuracy"),
        new PulseTotals(
            fields.Count<long>("pulses_potentiation"),
            fields.Count<long>("pulses_depression"),
            fields.Count<long>("pulses_refused")));

    /// <inheritdoc/>
    public IEnumerable<string> Fields() =>
    [
        Epoch.ToString(CultureInfo.InvariantCulture),
        Text(TrainLoss), Text(TrainAccuracy), Text(TestLoss), Text(TestAccuracy),
        Text(Pulses.Potentiation), Text(Pulses.Depression), Text(Pulses.Refused),
    ];

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
