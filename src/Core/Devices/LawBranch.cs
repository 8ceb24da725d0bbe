namespace CrossbarSim.Core.Devices;

/// <summary>One direction of a conductance law: u as a function of the position on the branch.</summary>
/// <param name="Pulses">N of this branch: nominal pulses from one end of the window to the other, 1 .. 30,000.</param>
/// <param name="Curve">u(p) with p = position / N.</param>
public sealed record LawBranch(int Pulses, IConductanceCurve Curve)
{
    /// <summary>Normalised conductance at a position.</summary>
    /// <param name="pulses">Position in pulses from the low end, 0 .. N; need not be whole.</param>
    /// <returns>u, 0 .. 1.</returns>
    public double Fraction(double pulses) => Curve.Fraction(pulses / Pulses);

    /// <summary>The position that has a given normalised conductance.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    /// <returns>Position in pulses, 0 .. N.</returns>
    public double Position(double fraction) => Curve.Position(fraction) * Pulses;

    /// <summary>Normalised conductance at P = 0 .. N.</summary>
    public double[] Fractions() => [.. Enumerable.Range(0, Pulses + 1).Select(p => Curve.Fraction((double)p / Pulses))];
}
