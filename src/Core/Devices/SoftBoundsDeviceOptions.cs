using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices;

/// <summary>One direction of law <c>soft-bounds</c>.</summary>
public sealed record SoftBoundsBranchOptions
{
    /// <summary>First step from the far end of the window, as a share of the window: above 0, at most 1.</summary>
    [Description("Share of the window that a pulse moves at the far end; it shrinks in proportion to the distance that is left.")]
    [Range(1e-5, 1)]
    public required double Step { get; init; }
}

/// <summary>
/// Law <c>soft-bounds</c>: a pulse closes a constant share of the distance to its end of the window,
/// up: u += s (1 - u), down: u -= s u.
/// </summary>
/// <remarks>
/// M. J. Rasch et al.: A flexible and fast PyTorch toolkit for simulating training and inference on analog crossbar
/// arrays (AICAS 2021, arXiv:2104.02184), soft-bounds device: with bounds b and step dw there, s = dw / b.
/// </remarks>
public sealed record SoftBoundsDeviceOptions : WindowedDeviceOptions
{
    /// <summary>Asymptotic: ends by itself, so the largest N is the default.</summary>
    public SoftBoundsDeviceOptions() => Pulses = MostPulses;

    /// <summary>The rising direction.</summary>
    [Description("The rising direction.")]
    public required SoftBoundsBranchOptions Potentiation { get; init; }

    /// <summary>The falling direction; the same step as potentiation where absent.</summary>
    [Description("The falling direction; as potentiation where absent.")]
    public SoftBoundsBranchOptions? Depression { get; init; }

    /// <inheritdoc/>
    public override ConductanceLaw CreateLaw(double potentiationShape = 1, double depressionShape = 1)
    {
        var (up, down) = (Potentiation.Step, (Depression ?? Potentiation).Step);
        return new ConductanceLaw(StepLaw.Rising(u => up * (1 - u), Pulses), StepLaw.Falling(u => down * u, Pulses));
    }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        foreach (var problem in base.Check()) yield return problem;
        foreach (var (key, given) in new[] { ("potentiation", Potentiation), ("depression", Depression) })
        {
            if (given is not { } branch) continue;
            var left = Math.Pow(1 - branch.Step, Pulses - 1);
            if (left > Math.Max(branch.Step, StepLaw.EndDistance))
                yield return new Problem("CBS0206", $"{key}.step", FormattableString.Invariant(
                    $"after {Pulses} pulses of step {branch.Step} {left:P1} of the window is left: ")
                    + "the last pulse would jump there; give a larger step or more pulses");
        }
    }
}
