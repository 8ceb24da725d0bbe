using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Datasets;

/// <summary>Labelled pictures to train and to test on.</summary>
/// <param name="Name">Name, as in <c>dataset.name</c>.</param>
/// <param name="Training">Training samples, Size = Width * Height.</param>
/// <param name="Test">Test samples of the same size.</param>
/// <param name="Width">Pixels per row of a picture.</param>
/// <param name="Height">Rows of a picture.</param>
/// <param name="Classes">Number of classes; every label is below it.</param>
public sealed record Dataset(
    string Name, SampleSet Training, SampleSet Test, int Width, int Height, int Classes)
{
    /// <summary>Samples held out of the end of the training set, to choose by; empty where none are.</summary>
    public SampleSet Validation { get; init; } = SampleSet.Empty(Training.Size);
}
