using System.ComponentModel;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>A device of a step law: u += step going up, u -= step going down, cut at the ends of the window.</summary>
/// <remarks>
/// Each direction is walked once from its end, and between whole pulses of that walk u is linear in the position. So a
/// device that stands between them is, at every pulse, off by up to an eighth of what the step changes from pulse to pulse.
/// The last pulse moves what is left. N follows from the steps; <c>pulses</c> is its upper limit.
/// </remarks>
/// <typeparam name="TBranch">Options of one direction.</typeparam>
public abstract record StepDeviceOptions<TBranch> : WindowedDeviceOptions
    where TBranch : StepBranchOptions
{
    /// <summary>Ends by itself, so the largest N is the default.</summary>
    protected StepDeviceOptions() => Pulses = MostPulses;

    /// <summary>The rising direction.</summary>
    [Description("The rising direction.")]
    public required TBranch Potentiation { get; init; }

    /// <summary>The falling direction; the mirror image of potentiation where absent.</summary>
    [Description("The falling direction; the mirror image of potentiation where absent.")]
    public TBranch? Depression { get; init; }

    private TBranch Down => Depression ?? Potentiation;

    /// <inheritdoc/>
    [JsonIgnore]
    public override double StepValue => Potentiation.Step;

    /// <inheritdoc/>
    public override double ShapeValue(bool depression) =>
        ShapeKey is { } key ? (depression ? Down : Potentiation).ShapeValue(key) : double.NaN;

    /// <inheritdoc/>
    protected override ConductanceLaw CreateMemristorLaw(double potentiationShape, double depressionShape) => new(
        MemristorBranches(depression: false)(potentiationShape), MemristorBranches(depression: true)(depressionShape));

    /// <inheritdoc/>
    protected override Func<double, LawBranch> MemristorBranches(bool depression)
    {
        var branch = depression ? Down : Potentiation;
        var (nominal, key) = (branch.Walk(PulsesOf(branch)), ShapeKey);
        return shape => branch.Branch(nominal, key, shape, depression);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Errors()
    {
        foreach (var problem in base.Errors()) yield return problem;
        foreach (var problem in Check("potentiation", Potentiation)) yield return problem;
        if (Depression is null) yield break;
        foreach (var problem in Check("depression", Depression)) yield return problem;
    }

    private IEnumerable<Problem> Check(string key, TBranch branch)
    {
        var nominal = StepChecks.Check(branch, PulsesOf(branch)).ToArray();
        foreach (var problem in nominal) yield return problem.Under(key);
        if (nominal.Length > 0 || ShapeKey is null || Variation?.D2d?.Shape is not { } spread) yield break;
        foreach (var problem in StepChecks.CheckSpread(branch, ShapeKey, spread)) yield return problem;
    }
}
