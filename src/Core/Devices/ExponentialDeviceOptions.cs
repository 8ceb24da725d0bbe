using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices;

/// <summary>Which curve each direction follows.</summary>
public enum BranchKind
{
    /// <summary>Both directions follow the same curve: G is a function of P alone.</summary>
    One,

    /// <summary>Each direction has its own curve; a device remembers the branch of its last pulse.</summary>
    Two,
}

/// <summary>Parameters of one direction of law <c>exponential</c>.</summary>
public sealed record ExponentialBranchOptions : BranchOptions, Options.IChecked
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
/// u = F(1 - n/N; A), so with the same A both directions are one curve; real devices have A below 0 going up and
/// above 0 going down, two curves.
/// </summary>
public sealed record ExponentialDeviceOptions : WindowedDeviceOptions
{
    /// <summary>Whether both directions share one curve; by default they do when their parameters are equal.</summary>
    [Description("one: both directions follow the same curve (the same a and pulses); two: each its own. "
        + "By default one when they are equal, else two.")]
    public BranchKind? Branches { get; init; }

    /// <summary>The rising direction.</summary>
    [Description("The rising direction.")]
    public required ExponentialBranchOptions Potentiation { get; init; }

    /// <summary>The falling direction; the same as potentiation where absent.</summary>
    [Description("The falling direction; as potentiation where absent.")]
    public ExponentialBranchOptions? Depression { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string ShapeKey => "a";

    /// <inheritdoc/>
    public override double ShapeValue(bool depression) => (depression ? Down : Potentiation).A;

    private ExponentialBranchOptions Down => Depression ?? Potentiation;

    private bool BranchesAgree => Down.A.Equals(Potentiation.A) && PulsesOf(Down) == PulsesOf(Potentiation);

    private bool IsOneCurve => Branches is { } kind ? kind == BranchKind.One : BranchesAgree;

    /// <inheritdoc/>
    protected override ConductanceLaw CreateMemristorLaw(double potentiationShape, double depressionShape)
    {
        var up = Branch(Potentiation, potentiationShape);
        return IsOneCurve ? new ConductanceLaw(up) : new ConductanceLaw(up, Branch(Down, depressionShape));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Errors()
    {
        foreach (var problem in base.Errors()) yield return problem;
        if (Branches != BranchKind.One || BranchesAgree) yield break;
        var (key, down, up) = Down.A.Equals(Potentiation.A)
            ? ("pulses", PulsesOf(Down), PulsesOf(Potentiation))
            : ("a", Down.A, Potentiation.A);
        yield return new Problem("CBS0203", $"depression.{key}", string.Create(CultureInfo.InvariantCulture,
            $"{down} differs from potentiation.{key} ({up}): with branches: one both directions have ")
            + "the same a and pulses; different curves need branches: two");
    }

    private LawBranch Branch(ExponentialBranchOptions branch, double shape) =>
        new(PulsesOf(branch), new ExponentialCurve(branch.A * shape));
}
