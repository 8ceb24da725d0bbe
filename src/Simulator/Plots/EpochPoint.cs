namespace CrossbarSim.Simulator.Plots;

/// <summary>Figures of one epoch; NaN where a set was not evaluated.</summary>
/// <param name="Epoch">Epoch; 0 is before any pulse.</param>
/// <param name="TrainLoss">Mean loss over the training set.</param>
/// <param name="TrainAccuracy">Fraction of the training set that is right, 0 .. 1.</param>
/// <param name="TestLoss">Mean loss over the test set.</param>
/// <param name="TestAccuracy">Fraction of the test set that is right, 0 .. 1.</param>
/// <param name="ValidationLoss">Mean loss over the validation set.</param>
/// <param name="ValidationAccuracy">Fraction of the validation set that is right, 0 .. 1.</param>
public readonly record struct EpochPoint(
    int Epoch,
    double TrainLoss,
    double TrainAccuracy,
    double TestLoss,
    double TestAccuracy,
    double ValidationLoss = double.NaN,
    double ValidationAccuracy = double.NaN);
