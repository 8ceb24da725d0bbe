using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
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

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Key.Split('.').Any(string.IsNullOrWhiteSpace))
            yield return new Problem("CBS1102", "key", "this is not the path of a key, such as training.epochs");
        if (Grid is null == List is null)
            yield return new Problem("CBS1101", "", Grid is null
                ? "this axis has no values: give grid or list"
                : "give the values as grid or as list, not as both");
    }
}
