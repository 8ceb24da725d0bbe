using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>Values within the 95 % interval that a fit gave a parameter of a device.</summary>
public sealed record AroundOptions
{
    /// <summary>Full path of the device file.</summary>
    [Description("A device file that `fit` wrote, relative to this one: its source.intervals hold the key.")]
    [FileReference]
    public required string Device { get; init; }

    /// <summary>How many values.</summary>
    [Description("How many values: evenly from the low end of the interval to the fitted value and on to the high end.")]
    [Range(2, 1001)]
    public int Values { get; init; } = 3;
}
