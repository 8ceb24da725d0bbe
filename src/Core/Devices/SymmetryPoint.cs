namespace CrossbarSim.Core.Devices;

/// <summary>
/// The normalised conductance at which a rising and a falling pulse move a device equally far: alternating pulses draw
/// it there.
/// </summary>
/// <remarks>
/// T. Gokmen, W. Haensch: Algorithm for training neural networks on resistive device arrays. Front. Neurosci. 14 (2020)
/// 103, doi 10.3389/fnins.2020.00103.
/// </remarks>
public static class SymmetryPoint
{
    // Halvings of the window: more than a double has bits.
    private const int Halvings = 60;

    /// <summary>The symmetry point of a law.</summary>
    /// <param name="law">The law.</param>
    /// <returns>u, 0 .. 1; null for a one-curve law, which has none.</returns>
    public static double? Of(ConductanceLaw law)
    {
        if (law.IsOneCurve) return null;
        var (low, high) = (0.0, 1.0);
        for (var k = 0; k < Halvings; k++)
        {
            // At the low end only rising pulses move, at the high end only falling ones.
            var middle = (low + high) / 2;
            if (Rise(law.Potentiation, middle) > Fall(law.Depression, middle)) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>How far a rising pulse moves a device.</summary>
    /// <param name="branch">The branch of rising pulses.</param>
    /// <param name="fraction">u before the pulse.</param>
    public static double Rise(LawBranch branch, double fraction) =>
        branch.Fraction(Math.Min(branch.Position(fraction) + 1, branch.Pulses)) - fraction;

    /// <summary>How far a falling pulse moves a device.</summary>
    /// <param name="branch">The branch of falling pulses.</param>
    /// <param name="fraction">u before the pulse.</param>
    public static double Fall(LawBranch branch, double fraction) =>
        fraction - branch.Fraction(Math.Max(branch.Position(fraction) - 1, 0));
}
