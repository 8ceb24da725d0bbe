using System.Text.Json.Serialization;

namespace CrossbarSim.Experiments.Results;

/// <summary>How well the network did after an epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="TrainLoss">Mean loss over the training samples, nats; null: not evaluated.</param>
/// <param name="TrainAccuracy">Fraction right of the training samples, 0 .. 1; null: not evaluated.</param>
/// <param name="TestLoss">Mean loss over the test samples, nats; null: not evaluated.</param>
/// <param name="TestAccuracy">Fraction right of the test samples, 0 .. 1; null: not evaluated.</param>
/// <param name="ValidationLoss">Mean loss over the validation samples, nats; null: not evaluated, or none.</param>
/// <param name="ValidationAccuracy">Fraction right of the validation samples, 0 .. 1; null: as the loss.</param>
public sealed record EpochFigures(
    int Epoch,
    double? TrainLoss,
    double? TrainAccuracy,
    double? TestLoss,
    double? TestAccuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ValidationLoss = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ValidationAccuracy = null)
{
    /// <summary>The figures of a row.</summary>
    /// <param name="row">The row.</param>
    public static EpochFigures Of(EpochRow row) =>
        new(row.Epoch, row.TrainLoss, row.TrainAccuracy, row.TestLoss, row.TestAccuracy,
            row.ValidationLoss, row.ValidationAccuracy);
}
