namespace CrossbarSim.Experiments.Fitting;

/// <summary>How far a fit is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Share">How much of it is done, 0 .. 1.</param>
public readonly record struct FitProgress(string Stage, double Share);
