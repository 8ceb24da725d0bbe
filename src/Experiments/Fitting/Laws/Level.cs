namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>A weighted value at a place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Value">What.</param>
/// <param name="Weight">Its weight, above 0.</param>
internal readonly record struct Level(double Place, double Value, double Weight);
