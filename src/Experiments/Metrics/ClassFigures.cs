namespace CrossbarSim.Experiments.Metrics;

/// <summary>How well one class is recognised. A fraction of nothing counts as 0.</summary>
/// <param name="Class">The class, from 0.</param>
/// <param name="Support">Samples of the class.</param>
/// <param name="Precision">Of the samples given this class, the fraction that are of it, 0 .. 1.</param>
/// <param name="Recall">Of the samples of this class, the fraction given it, 0 .. 1.</param>
/// <param name="F1">Harmonic mean of precision and recall, 0 .. 1.</param>
public sealed record ClassFigures(int Class, long Support, double Precision, double Recall, double F1);
