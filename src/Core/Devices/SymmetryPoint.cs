namespace CrossbarSim.Core.Devices;

/// <summary>
/// The normalised conductance at which a rising and a falling pulse move a device equally far: alternating pulses draw
/// a device that saturates there, and drive one that accelerates away.
/// </summary>
/// <remarks>
/// T. Gokmen, W. Haensch: Algorithm for training neural networks on resistive device arrays. Front. Neurosci. 14 (2020)
/// 103, doi 10.3389/fnins.2020.00103.
/// </remarks>
public static class SymmetryPoint
{
    // Halvings of the window: more than a double has bits.
    private const int Halvings = 60;

    // Steps that differ by less, in windows, are equal: what is left is rounding.
    private const double Equal = 1e-9;

    /// <summary>Where alternating pulses lead.</summary>
    /// <param name="law">The law.</param>
    public static AlternatingPulses Kind(ConductanceLaw law)
    {
        if (law.IsOneCurve) return AlternatingPulses.Cancel;
        var (low, high) = WholePulses(law);
        return (Sign(Excess(law, low)), Sign(Excess(law, high))) switch
        {
            (0, 0) => AlternatingPulses.Cancel,
            ( < 0, > 0) => AlternatingPulses.LeadAway,
            ( <= 0, <= 0) => AlternatingPulses.LeadToGmin,
            ( >= 0, >= 0) => AlternatingPulses.LeadToGmax,
            _ => AlternatingPulses.LeadThere,
        };
    }

    /// <summary>The symmetry point of a law: where alternating pulses lead, or where they lead away from.</summary>
    /// <param name="law">The law.</param>
    /// <returns>u, 0 .. 1; null where pulses of one direction are larger everywhere, or cancel everywhere.</returns>
    public static double? Of(ConductanceLaw law)
    {
        var kind = Kind(law);
        if (kind is not (AlternatingPulses.LeadThere or AlternatingPulses.LeadAway)) return null;
        var (low, high) = WholePulses(law);
        for (var k = 0; k < Halvings; k++)
        {
            var middle = (low + high) / 2;
            if (Excess(law, middle) > 0 == (kind == AlternatingPulses.LeadThere)) low = middle;
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

    // Between these places neither direction's pulse is cut short by an end.
    private static (double Low, double High) WholePulses(ConductanceLaw law)
    {
        var (low, high) = (law.Depression.Fraction(1), law.Potentiation.Fraction(law.Potentiation.Pulses - 1));
        return low < high ? (low, high) : (0, 1);
    }

    private static double Excess(ConductanceLaw law, double fraction) =>
        Rise(law.Potentiation, fraction) - Fall(law.Depression, fraction);

    private static int Sign(double excess) => Math.Abs(excess) < Equal ? 0 : Math.Sign(excess);
}
