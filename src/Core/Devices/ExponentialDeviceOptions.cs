using System.ComponentModel;
using System.Globalization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices;

/// <summary>Which curve each direction follows.</summary>
public enum BranchKind
{
    /// <summary>Both directions follow the same curve: G is a function of P alone.</summary>
    One,
}

/// <summary>Parameters of one direction of law <c>exponential</c>.</summary>
public sealed record ExponentialBranchOptions : Options.IChecked
{
    /// <summary>A in windows: negative saturates, positive accelerates, infinite is linear. Not 0.</summary>
    [Description("Curve constant A, in windows: below 0 saturating (first pulses move most), above 0 accelerating, "
        + ".inf linear; not 0.")]
    public required double A { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (A == 0 || double.IsNaN(A))
            yield return new Problem("CBS0202", "a", string.Create(CultureInfo.InvariantCulture,
                $"{A} is not a curve constant: give any number but 0, or .inf for a linear device"));
    }
}

/// <summary>
/// Law <c>exponential</c>: u = expm1(p/A)/expm1(1/A). Depression by n pulses from the top follows
/// u = F(1 - n/N; A), so with the same A both directions are one curve.
/// </summary>
public sealed record ExponentialDeviceOptions : WindowedDeviceOptions
{
    /// <summary>Whether both directions share one curve.</summary>
    [Description("one: both directions follow the same curve (the same a).")]
    public BranchKind Branches { get; init; } = BranchKind.One;

    /// <summary>The rising direction.</summary>
    [Description("The rising direction.")]
    public required ExponentialBranchOptions Potentiation { get; init; }

    /// <summary>The falling direction; the same as potentiation where absent.</summary>
    [Description("The falling direction; as potentiation where absent.")]
    public ExponentialBranchOptions? Depression { get; init; }

    /// <inheritdoc/>
    public override IConductanceCurve CreateCurve() => new ExponentialCurve(Potentiation.A);

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        foreach (var problem in base.Check()) yield return problem;
        if (Depression is { } down && !down.A.Equals(Potentiation.A))
            yield return new Problem("CBS0203", "depression.a", string.Create(CultureInfo.InvariantCulture,
                $"{down.A} differs from potentiation.a ({Potentiation.A}): with branches: one both directions have ")
                + "the same a; different curves need branches: two, which this version does not have");
    }
}
