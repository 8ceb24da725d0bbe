namespace CrossbarSim.Experiments.Fitting;

/// <summary>A fit in its place.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Rank">Place of its class of curves, from 1; laws that draw the same curve share it.</param>
/// <param name="SameCurveAs">The law that stands for the class; null: this one does.</param>
public sealed record RankedFit(LawFit Fit, int Rank, string? SameCurveAs);
