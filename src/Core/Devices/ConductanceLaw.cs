namespace CrossbarSim.Core.Devices;

/// <summary>
/// A conductance law: the curve that potentiation climbs and the curve that depression descends. Both rise with
/// the position; a depression pulse walks its branch backwards.
/// </summary>
/// <param name="Potentiation">The branch of rising pulses.</param>
/// <param name="Depression">The branch of falling pulses; the very same object for a one-curve law.</param>
public sealed record ConductanceLaw(LawBranch Potentiation, LawBranch Depression)
{
    /// <summary>A law whose conductance is a function of P alone.</summary>
    /// <param name="branch">The curve of both directions.</param>
    public ConductanceLaw(LawBranch branch)
        : this(branch, branch)
    {
    }

    /// <summary>The law of a device whose directions bend alike.</summary>
    /// <param name="curve">The curve of both directions.</param>
    /// <param name="potentiationPulses">N of the rising direction.</param>
    /// <param name="depressionPulses">N of the falling direction.</param>
    /// <returns>A one-curve law where both N are equal, else two branches of the same curve.</returns>
    public static ConductanceLaw OfCurve(IConductanceCurve curve, int potentiationPulses, int depressionPulses)
    {
        var rising = new LawBranch(potentiationPulses, curve);
        return potentiationPulses == depressionPulses
            ? new ConductanceLaw(rising)
            : new ConductanceLaw(rising, new LawBranch(depressionPulses, curve));
    }

    /// <summary>Whether both directions follow the same curve, so that a device has no branch.</summary>
    public bool IsOneCurve => ReferenceEquals(Potentiation, Depression);

    /// <summary>The same branches with other curves; a one-curve law stays one.</summary>
    /// <param name="change">From the curve of a branch to the new one.</param>
    public ConductanceLaw WithCurves(Func<IConductanceCurve, IConductanceCurve> change)
    {
        var rising = Potentiation with { Curve = change(Potentiation.Curve) };
        return IsOneCurve ? new(rising) : new(rising, Depression with { Curve = change(Depression.Curve) });
    }

    /// <summary>One of the branches.</summary>
    /// <param name="depression">Whether the branch of falling pulses is meant.</param>
    public LawBranch Branch(bool depression) => depression ? Depression : Potentiation;
}
