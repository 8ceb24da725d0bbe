using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

/// <summary>After every mini-batch one pulse against the mean gradient where it exceeds a threshold.</summary>
public sealed record BatchSignOptions : RuleOptions
{
    /// <summary>Absolute mean gradient from which a pulse is fired.</summary>
    [Description("Absolute mean gradient that must be exceeded for a pulse: a number (nats per unit of weight), or "
        + "{ quantile: q } of the layer's own gradients.")]
    public ThresholdOptions Threshold { get; init; } = new() { Absolute = 0.001 };

    /// <summary>How often a quantile is measured.</summary>
    [Description("With a quantile: it is measured on the first mini-batch of every so many, and held.")]
    [Range(1, 1_000_000)]
    public int QuantileEvery { get; init; } = 50;

    /// <inheritdoc/>
    public override BatchRule At(int epoch, int epochs) =>
        new BatchSign(Threshold.Absolute ?? 0, Threshold.Quantile, QuantileEvery);
}
