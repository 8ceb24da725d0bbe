namespace CrossbarSim.Simulator.Plots;

/// <summary>The two files of one saved figure.</summary>
/// <param name="Png">Path of the raster picture.</param>
/// <param name="Svg">Path of the vector picture.</param>
public sealed record FigureFiles(string Png, string Svg);
