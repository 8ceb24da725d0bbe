using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Datasets;

/// <summary>Labelled pictures to train and test on.</summary>
/// <param name="Name">Name, as in the experiment.</param>
/// <param name="Training">Training samples.</param>
/// <param name="Test">Test samples.</param>
/// <param name="Width">Pixels in a row of a picture.</param>
/// <param name="Height">Rows of a picture.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record Dataset(string Name, SampleSet Training, SampleSet Test, int Width, int Height, int Classes);
