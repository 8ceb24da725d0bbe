using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>One direction of law <c>exp-step</c>.</summary>
public sealed record ExpStepBranchOptions : StepBranchOptions
{
    /// <summary>What is taken from the profile where the direction starts, -10,000 .. 1.</summary>
    [Description("The profile is 1 - amplitude exp(gamma x) after a share x of the way; below 0 the amplitude adds to the step.")]
    [Range(-1e4, 1)]
    public required double Amplitude { get; init; }

    /// <summary>Exponent over the whole way, -100 .. 100.</summary>
    [Description("Exponent over the whole way, in 1 - amplitude exp(gamma x): above 0 the steps change towards the end, below 0 "
        + "at the start.")]
    [Range(-100, 100)]
    public required double Gamma { get; init; }

    /// <inheritdoc/>
    public override double Profile(double covered) => 1 - Amplitude * Math.Exp(Gamma * covered);

    /// <inheritdoc/>
    public override double StopsAt()
    {
        if (Amplitude >= 1) return 0;
        if (Amplitude <= 0 || Gamma <= 0) return 1;
        return Math.Min(1, -Math.Log(Amplitude) / Gamma);
    }

    /// <inheritdoc/>
    public override double ShapeValue(string key) => key == "gamma" ? Gamma : Amplitude;

    /// <inheritdoc/>
    public override StepBranchOptions Shaped(string key, double value) =>
        key == "gamma" ? this with { Gamma = value } : this with { Amplitude = value };
}

/// <summary>
/// Law <c>exp-step</c>: the step changes exponentially with the way x, s max(0, 1 - a exp(gamma x)); x = u going up, 1 - u
/// going down.
/// </summary>
/// <remarks>
/// M. J. Rasch et al. (AICAS 2021, arXiv:2104.02184), exp-step device; its fit to a ReRAM: N. Gong et al.: Signal and noise
/// extraction from analog memory elements for neuromorphic computing. Nat. Commun. 9 (2018) 2102, doi
/// 10.1038/s41467-018-04485-1. There a pulse uses a scaled weight z = 2 a w/(bmax - bmin) + b;
/// <see cref="Imports.AihwkitDevices"/> converts. A direction whose step comes to 0 inside the window is refused.
/// </remarks>
public sealed record ExpStepDeviceOptions : StepDeviceOptions<ExpStepBranchOptions>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string ShapeKey => SpreadOptions.Differs(Variation?.D2d?.Amplitude) ? "amplitude" : "gamma";
}
