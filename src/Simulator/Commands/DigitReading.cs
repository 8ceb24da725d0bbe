using CrossbarSim.Experiments.Predictions;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>predict</c> says of one file.</summary>
/// <param name="File">The file, as given.</param>
/// <param name="Digit">What the network saw.</param>
/// <param name="Prediction">What it says.</param>
/// <param name="Picture">The picture that was drawn, PNG; null: none.</param>
internal sealed record DigitReading(string File, FramedDigit Digit, Prediction Prediction, string? Picture);
