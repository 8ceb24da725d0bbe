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

    /// <summary>Whether both directions follow the same curve, so that a device has no branch.</summary>
    public bool IsOneCurve => ReferenceEquals(Potentiation, Depression);

    /// <summary>One of the branches.</summary>
    /// <param name="depression">Whether the branch of falling pulses is meant.</param>
    public LawBranch Branch(bool depression) => depression ? Depression : Potentiation;
}
