namespace CrossbarSim.Kernels.Devices;

/// <summary>What cycle-to-cycle noise is relative to.</summary>
internal enum NoiseKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The window.</summary>
    Window,

    /// <summary>The pulse's own step.</summary>
    Step,
}

/// <summary>
/// A conductance law as numbers, so that one kernel serves every law: u is an integer in units of 2^-46 of the window,
/// tabulated along each branch and linear between entries.
/// </summary>
internal readonly record struct LawParameters
{
    /// <summary>Bits of u: 2^46 is the top of the window.</summary>
    public const int FractionBits = 46;

    /// <summary>The top of the window.</summary>
    public const long Top = 1L << FractionBits;

    /// <summary>The branch of rising pulses.</summary>
    public BranchTable Up { get; init; }

    /// <summary>The branch of falling pulses; the same as <see cref="Up"/> for a one-curve law.</summary>
    public BranchTable Down { get; init; }

    /// <summary>1: both directions follow one curve.</summary>
    public int OneCurve { get; init; }

    /// <summary>1: u is linear in the position on both branches, so that noise can act on positions.</summary>
    public int Linear { get; init; }

    /// <summary>1: devices only ever stand at whole pulses of one curve.</summary>
    public int Whole { get; init; }

    /// <summary>Which cycle-to-cycle noise there is.</summary>
    public NoiseKind Noise { get; init; }

    /// <summary>Its standard deviation, relative to the window or to the step.</summary>
    public float Sigma { get; init; }

    /// <summary>The u that stands for weight 0.</summary>
    public long Middle { get; init; }

    /// <summary>Weight per unit of u.</summary>
    public float Scale { get; init; }

    /// <summary>Standard deviation of write noise, relative to the window; 0: there is none.</summary>
    public float WriteSigma { get; init; }

    /// <summary>Standard deviation of one read of a weight with input 1, in weights; 0: there is no read noise.</summary>
    public float ReadSigma { get; init; }

    /// <summary>The branch of a direction.</summary>
    public BranchTable Branch(bool depression) => depression ? Down : Up;
}
