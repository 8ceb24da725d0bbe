using CrossbarSim.Experiments.Predictions;

namespace CrossbarSim.Simulator.Plots;

/// <summary>A picture and what a network says of it.</summary>
/// <param name="Pixels">0 .. 255, row-major, drawn as ink: 0 is white.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Prediction">What the network says.</param>
/// <param name="Label">The true class; null where it is not known.</param>
public sealed record PredictedPicture(ReadOnlyMemory<byte> Pixels, int Width, Prediction Prediction, int? Label)
{
    /// <summary>Whether the prediction is known to be wrong.</summary>
    public bool IsWrong => Label is { } label && label != Prediction.Class;
}
