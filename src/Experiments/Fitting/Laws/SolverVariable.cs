namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>What the solver moves: a number of about 1 whose whole range is sensible.</summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Starts">Where to start from, each inside the range.</param>
public sealed record SolverVariable(double Low, double High, IReadOnlyList<double> Starts);
