using System.ComponentModel;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Core.Devices;

/// <summary>The 95 % interval of a fitted parameter.</summary>
public sealed record IntervalOptions
{
    /// <summary>Key of the parameter in the device file.</summary>
    [Description("Key of the parameter in this file, such as potentiation.a.")]
    public required string Key { get; init; }

    /// <summary>Where the interval begins.</summary>
    [Description("Where the interval begins, with the unit of the key.")]
    public required AnyValue Low { get; init; }

    /// <summary>Where it ends.</summary>
    [Description("Where it ends.")]
    public required AnyValue High { get; init; }
}
