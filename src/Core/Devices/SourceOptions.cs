using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices;

/// <summary>Where a device's numbers come from.</summary>
public sealed record SourceOptions
{
    /// <summary>Authors, title, journal, year.</summary>
    [Description("Authors, title, journal, year.")]
    public string? Citation { get; init; }

    /// <summary>Digital object identifier.</summary>
    [Description("Digital object identifier.")]
    public string? Doi { get; init; }

    /// <summary>Figure or table that the numbers were read from.</summary>
    [Description("Figure or table that the numbers were read from.")]
    public string? Figure { get; init; }

    /// <summary>How well the law fits the measurement, and within which limits.</summary>
    [Description("How well the law fits the measurement, and within which limits.")]
    public string? Fit { get; init; }

    /// <summary>How sure fitted parameters are.</summary>
    [Description("95 % intervals of fitted parameters; `fit` writes them, and an axis of a sweep with `around` "
        + "takes values from them.")]
    [Length(1, 100)]
    public IReadOnlyList<IntervalOptions>? Intervals { get; init; }
}
