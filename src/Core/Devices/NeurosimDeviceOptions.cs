using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices;

/// <summary>One direction of law <c>neurosim</c>: how strongly it bends, in one of two ways.</summary>
public sealed record NeurosimBranchOptions : BranchOptions, IChecked
{
    /// <summary>A in pulses; above 0 the rising curve is concave, below 0 convex. Not 0.</summary>
    [Description("A in pulses, instead of nonlinearity: above 0 the curve rises concave, below 0 convex; a device that "
        + "saturates in both directions has it above 0 for potentiation and below 0 for depression. .inf linear; not 0.")]
    public double? APulses { get; init; }

    /// <summary>The label, -9 .. 9, with the same meaning of the sign; 0 is linear.</summary>
    [Description("Nonlinearity label, instead of a_pulses; a device that saturates in both directions has it above 0 for "
        + "potentiation and below 0 for depression. 0 linear.")]
    [Range(-NeurosimLabel.Most, NeurosimLabel.Most)]
    public double? Nonlinearity { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (APulses is null == Nonlinearity is null)
            yield return new Problem("CBS0223", Nonlinearity is null ? "" : "nonlinearity",
                $"{(APulses is null ? "neither" : "both")} of a_pulses and nonlinearity is given: give one of them");
        if (APulses is 0 or double.NaN)
            yield return new Problem("CBS0202", "a_pulses", FormattableString.Invariant(
                $"{APulses} is not a curve constant: give any number but 0, or .inf for a linear device"));
    }

    /// <summary>The curve of the direction.</summary>
    /// <param name="pulses">N of the direction.</param>
    /// <param name="shape">Factor on the label, or on A.</param>
    internal IConductanceCurve Curve(int pulses, double shape)
    {
        var a = Nonlinearity is { } label ? NeurosimLabel.Constant(label * shape) : APulses!.Value * shape / pulses;
        return double.IsInfinity(a) ? new LinearCurve() : new ExponentialCurve(-a);
    }
}

/// <summary>
/// Law <c>neurosim</c>: u = (1 - exp(-P/A))/(1 - exp(-N/A)) with its own A and N for each direction; depression walks its
/// curve backwards. It is law <c>exponential</c> with a = -A/N.
/// </summary>
/// <remarks>
/// P.-Y. Chen, X. Peng, S. Yu: NeuroSim. IEEE Trans. CAD 37 (2018) 3067, doi 10.1109/TCAD.2018.2789723. There the state
/// is G; here it is a position, 2^-16 of a pulse, so that a change of direction rounds. Within 3e-6 of the window.
/// </remarks>
public sealed record NeurosimDeviceOptions : WindowedDeviceOptions
{
    /// <summary>The rising direction.</summary>
    [Description("The rising direction.")]
    public required NeurosimBranchOptions Potentiation { get; init; }

    /// <summary>The falling direction.</summary>
    [Description("The falling direction.")]
    public required NeurosimBranchOptions Depression { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? ShapeKey => this switch
    {
        { Potentiation.Nonlinearity: not null, Depression.Nonlinearity: not null } => "nonlinearity",
        { Potentiation.APulses: not null, Depression.APulses: not null } => "a_pulses",
        _ => null,
    };

    /// <inheritdoc/>
    public override double ShapeValue(bool depression)
    {
        var branch = depression ? Depression : Potentiation;
        return branch.Nonlinearity ?? branch.APulses ?? double.NaN;
    }

    /// <inheritdoc/>
    protected override ConductanceLaw CreateMemristorLaw(double potentiationShape, double depressionShape) =>
        new(Branch(Potentiation, potentiationShape), Branch(Depression, depressionShape));

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Errors()
    {
        foreach (var problem in base.Errors()) yield return problem;
        if (ShapeKey != "nonlinearity" || Variation?.D2d?.Nonlinearity is not { } spread) yield break;
        var label = Math.Max(Math.Abs(Potentiation.Nonlinearity!.Value), Math.Abs(Depression.Nonlinearity!.Value));
        var reached = label == 0 ? 0 : label * DevicePopulation.ShapeRange(spread, label).High;
        if (reached > NeurosimLabel.Most)
            yield return new Problem("CBS0222", "variation.d2d.nonlinearity", FormattableString.Invariant(
                $"the label {label} of some devices would reach {reached:G4}: the largest is {NeurosimLabel.Most}"));
    }

    private LawBranch Branch(NeurosimBranchOptions branch, double shape)
    {
        var pulses = PulsesOf(branch);
        return new LawBranch(pulses, branch.Curve(pulses, shape));
    }
}
