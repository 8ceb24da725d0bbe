using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>One direction of law <c>pow-step</c>.</summary>
public sealed record PowStepBranchOptions : StepBranchOptions
{
    /// <summary>Power of the distance that is left, 0 .. 20.</summary>
    [Description("The step shrinks with this power of the distance that is left: 0 constant, 1 soft bounds.")]
    [Range(0, 20)]
    public required double Gamma { get; init; }

    /// <inheritdoc/>
    public override double Profile(double covered) => Math.Pow(Math.Max(0, 1 - covered), Gamma);

    /// <inheritdoc/>
    public override double ShapeValue(string key) => Gamma;

    /// <inheritdoc/>
    public override StepBranchOptions Shaped(string key, double value) => this with { Gamma = value };
}

/// <summary>
/// Law <c>pow-step</c>: the step is a power of the distance that is left, up: u += s (1 - u)^gamma, down: u -= s u^gamma.
/// </summary>
/// <remarks>
/// S. Fusi, L. F. Abbott: Limits on the memory storage capacity of bounded synapses. Nat. Neurosci. 10 (2007) 485, doi
/// 10.1038/nn1859. M. J. Rasch et al. (AICAS 2021, arXiv:2104.02184), pow-step device.
/// </remarks>
public sealed record PowStepDeviceOptions : StepDeviceOptions<PowStepBranchOptions>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string ShapeKey => "gamma";
}
