namespace CrossbarSim.Simulator.Downloads;

/// <summary>A public data set: what it holds and where it is offered.</summary>
/// <param name="Name">Name, as in <c>dataset.name</c>.</param>
/// <param name="TrainSamples">Training samples.</param>
/// <param name="TestSamples">Test samples.</param>
/// <param name="Width">Pixels per row of a picture.</param>
/// <param name="Height">Rows of a picture.</param>
/// <param name="Mirrors">Addresses of folders that hold the gzip files, the first to be tried first; each ends in /.</param>
/// <param name="Files">The files.</param>
internal sealed record DataSource(
    string Name,
    int TrainSamples,
    int TestSamples,
    int Width,
    int Height,
    IReadOnlyList<Uri> Mirrors,
    IReadOnlyList<DataFile> Files);
