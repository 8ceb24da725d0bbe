using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>One direction of law <c>linear-step</c>.</summary>
public sealed record LinearStepBranchOptions : StepBranchOptions
{
    /// <summary>Share by which the step has shrunk at the far end, -100 .. 1.</summary>
    [Description("Share by which the step has shrunk at the end that the direction leads to: 0 constant, 1 soft bounds; "
        + "below 0 it grows.")]
    [Range(-100, 1)]
    public required double Gamma { get; init; }

    /// <inheritdoc/>
    public override double Profile(double covered) => Shrunk(covered, Gamma);

    /// <inheritdoc/>
    public override double StopsAt() => Gamma > 1 ? 1 / Gamma : 1;

    /// <inheritdoc/>
    public override double ShapeValue(string key) => Gamma;

    /// <inheritdoc/>
    public override StepBranchOptions Shaped(string key, double value) => this with { Gamma = value };

    /// <inheritdoc/>
    private protected override LawBranch Alike(StepWalk nominal, bool falling) => Gamma == 0 || nominal.Pulses == 1
        ? base.Alike(nominal, falling)
        : new LawBranch(nominal.Pulses, new LinearStepCurve(Gamma, nominal, falling));

    /// <summary>1 - gamma x.</summary>
    /// <param name="covered">x: share of the way that is covered.</param>
    /// <param name="gamma">Share by which the step shrinks on the whole way.</param>
    internal static double Shrunk(double covered, double gamma) => 1 - gamma * covered;
}

/// <summary>
/// Law <c>linear-step</c>: the step falls linearly with the way, up: u += s (1 - gamma u), down: u -= s (1 - gamma (1 - u)).
/// </summary>
/// <remarks>
/// M. J. Rasch et al. (AICAS 2021, arXiv:2104.02184), linear-step device. There step and gamma are those at weight 0,
/// here those at the end where the direction starts: <see cref="Imports.AihwkitDevices"/> converts.
/// </remarks>
public sealed record LinearStepDeviceOptions : StepDeviceOptions<LinearStepBranchOptions>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string ShapeKey => "gamma";
}
