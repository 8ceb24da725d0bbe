namespace CrossbarSim.Simulator.Plots;

/// <summary>How far the devices of one layer are from their targets.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Errors">Difference of each device, share of the nominal window; finite.</param>
public sealed record CellErrors(string Layer, IReadOnlyList<double> Errors);
