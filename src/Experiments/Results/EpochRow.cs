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
/// <param name="ValidationLoss">Mean loss over the validation samples, nats; null: not evaluated, or none.</param>
/// <param name="ValidationAccuracy">Fraction right of the validation samples, 0 .. 1; null: as the loss.</param>
public sealed record EpochRow(
    int Epoch,
    double? TrainLoss,
    double? TrainAccuracy,
    double? TestLoss,
    double? TestAccuracy,
    PulseTotals Pulses,
    double? ValidationLoss = null,
    double? ValidationAccuracy = null) : ITableRow<EpochRow>
{
    /// <summary>Creates the row of an epoch.</summary>
    /// <param name="epoch">Epochs done; 0 before any.</param>
    /// <param name="training">Figures on the training samples; null: not evaluated.</param>
    /// <param name="test">Figures on the test samples; null: not evaluated.</param>
    /// <param name="pulses">Pulses of this epoch, over all layers.</param>
    /// <param name="validation">Figures on the validation samples; null: not evaluated, or none.</param>
    public EpochRow(
        int epoch, Evaluation? training, Evaluation? test, PulseTotals pulses, Evaluation? validation = null)
        : this(epoch, training?.Loss, training?.Accuracy, test?.Loss, test?.Accuracy, pulses,
            validation?.Loss, validation?.Accuracy)
    {
    }

    /// <inheritdoc/>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "epoch", "train_loss", "train_accuracy", "test_loss", "test_accuracy",
        "pulses_potentiation", "pulses_depression", "pulses_refused",
    ];

    /// <summary>Columns of a run that holds out validation samples.</summary>
    public static IReadOnlyList<string> OptionalColumns { get; } = ["validation_loss", "validation_accuracy"];

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
            fields.Count<long>("pulses_refused")),
        fields.Has("validation_loss") ? fields.NumberOrNull("validation_loss") : null,
        fields.Has("validation_accuracy") ? fields.NumberOrNull("validation_accuracy") : null);

    /// <inheritdoc/>
    public IEnumerable<string> Fields() =>
    [
        Epoch.ToString(CultureInfo.InvariantCulture),
        Text(TrainLoss), Text(TrainAccuracy), Text(TestLoss), Text(TestAccuracy),
        Text(Pulses.Potentiation), Text(Pulses.Depression), Text(Pulses.Refused),
        Text(ValidationLoss), Text(ValidationAccuracy),
    ];

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
