using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>A threshold of absolute mean gradients: a number, or a quantile of the layer's own gradients.</summary>
[ShortForm(nameof(Absolute))]
public sealed record ThresholdOptions : IChecked
{
    /// <summary>The absolute mean gradient that must be exceeded, in nats per weight.</summary>
    [Description("Absolute mean gradient that must be exceeded, in nats per unit of weight.")]
    [Range(0, 1e3)]
    public double? Absolute { get; init; }

    /// <summary>Which nearest-rank quantile of the layer's non-zero gradients is the threshold.</summary>
    [Description("The nearest-rank quantile of the layer's non-zero absolute gradients that is the threshold: 0.9 fires "
        + "at about a tenth of them.")]
    [Range(0, 1)]
    public double? Quantile { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Absolute is null == Quantile is null)
            yield return new Problem("CBS0313", "", "give a number, or { quantile: q }: exactly one of absolute and quantile");
    }
}
