namespace CrossbarSim.Core.Devices;

/// <summary>
/// Normalised conductance u = (G - Gmin)/(Gmax - Gmin) as a strictly increasing function of the normalised
/// pulse number p = P/N, with u(0) = 0 and u(1) = 1.
/// </summary>
/// <remarks>
/// A one-curve device follows the same curve in both directions. A two-branch device has one curve per
/// direction.
/// </remarks>
public interface IConductanceCurve
{
    /// <summary>Normalised conductance at a position.</summary>
    /// <param name="position">p, 0 .. 1.</param>
    /// <returns>u, 0 .. 1.</returns>
    double Fraction(double position);

    /// <summary>The position that has a given normalised conductance: the inverse of <see cref="Fraction"/>.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    /// <returns>p, 0 .. 1.</returns>
    double Position(double fraction);
}
