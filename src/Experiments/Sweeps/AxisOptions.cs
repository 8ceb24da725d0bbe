using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>One key of the experiment and the values that it takes in turn.</summary>
public sealed record AxisOptions : IChecked
{
    private const int MostValues = 1_000_000;

    /// <summary>Dotted path of the key in the experiment.</summary>
    [Description("Dotted path of a key of the experiment, such as device.gmax, training.epochs or seed; "
        + "device.1.gmax is one layer's.")]
    public required string Key { get; init; }

    /// <summary>Values that are combined with every value of the other axes.</summary>
    [Description("Values that are combined with every value of the other axes, each as it would be written in the "
        + "experiment.")]
    [Length(1, MostValues)]
    public IReadOnlyList<AnyValue>? Grid { get; init; }

    /// <summary>Values that are taken in step with those of every other axis that has a list.</summary>
    [Description("Values that are taken in step with the lists of the other axes: the first of each, the second of "
        + "each, and so on; all lists have the same length.")]
    [Length(1, MostValues)]
    public IReadOnlyList<AnyValue>? List { get; init; }

    /// <summary>Independent random values.</summary>
    [Description("Independent random values, as many as `samples` says; all axes that are drawn are taken in step.")]
    public DistributionOptions? Random { get; init; }

    /// <summary>A Latin hypercube.</summary>
    [Description("Values of a Latin hypercube: one from each of `samples` equally likely parts of the distribution.")]
    public DistributionOptions? LatinHypercube { get; init; }

    /// <summary>A Sobol sequence.</summary>
    [Description("Values of a Sobol sequence over all axes that have one, at most 32: even in all of them together; best with "
        + "a power of two of `samples`.")]
    public DistributionOptions? Sobol { get; init; }

    /// <summary>Values that are taken while all other such axes keep the experiment's own.</summary>
    [Description("Values that are taken while the other axes of this kind keep what the experiment has; the first point changes "
        + "none of them.")]
    [Length(1, MostValues)]
    public IReadOnlyList<AnyValue>? OneAtATime { get; init; }

    /// <summary>Values in the interval of a fit.</summary>
    [Description("Values over the 95 % interval that a fitted device gives the key, combined as those of a grid.")]
    public AroundOptions? Around { get; init; }

    /// <summary>What the values are drawn from, in whatever way; null: they are not drawn.</summary>
    [JsonIgnore]
    public DistributionOptions? Drawn => Random ?? LatinHypercube ?? Sobol;

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Key.Split('.').Any(string.IsNullOrWhiteSpace))
            yield return new Problem("CBS1102", "key", "this is not the path of a key, such as training.epochs");
        var kinds = new object?[] { Grid, List, Random, LatinHypercube, Sobol, OneAtATime, Around }.Count(kind =>
            kind is not null);
        if (kinds != 1)
            yield return new Problem("CBS1101", "", kinds == 0
                ? "this axis has no values: give grid or list, random, latin_hypercube, sobol, one_at_a_time or around"
                : "give the values in one way: grid, list, random, latin_hypercube, sobol, one_at_a_time or around");
    }
}
