using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>How one series is drawn: each of the three alone tells it from its neighbours.</summary>
/// <param name="Color">Line and marker colour.</param>
/// <param name="Pattern">Dashes of the line.</param>
/// <param name="Marker">Shape of the markers.</param>
internal readonly record struct SeriesLook(Color Color, LinePattern Pattern, MarkerShape Marker);
