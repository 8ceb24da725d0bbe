using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Arrays;

/// <summary>How conductances become weights.</summary>
public enum MappingKind
{
    /// <summary>One device: w = wmax (2u - 1).</summary>
    Offset,

    /// <summary>One device against a reference column: w = 2 wmax (u - mean of u over all states).</summary>
    Reference,

    /// <summary>Two devices: w = wmax (u+ - u-).</summary>
    Differential,
}

/// <summary>How conductances become weights, and the weight at the end of the window.</summary>
public sealed record MappingOptions
{
    /// <summary>The kind of mapping.</summary>
    [Description("offset: w = wmax (2u - 1); reference: w = 2 wmax (u - mean u); differential: w = wmax (u+ - u-).")]
    public MappingKind Kind { get; init; } = MappingKind.Offset;

    /// <summary>Weight scale, above 0.</summary>
    [Description("Weight scale: the weight of a device at the end of its window (offset, differential).")]
    [Range(1e-6, 1e6)]
    public double Wmax { get; init; } = 1.0;
}
