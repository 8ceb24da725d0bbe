using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Predictions;

namespace CrossbarSim.Simulator.Images;

/// <summary>What came of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Digit">Its digit; null where it has none.</param>
/// <param name="Problem">Why not; null where it has one.</param>
internal sealed record ReadPicture(string Path, FramedDigit? Digit, DataFileException? Problem);
