using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>Devices that a pulse moves less far than others.</summary>
[ShortForm(nameof(Share))]
public sealed record SluggishOptions : IChecked
{
    /// <summary>Share of the devices.</summary>
    [Description("Share of the devices.")]
    [Range(0, 1)]
    public double? Share { get; init; }

    /// <summary>Factor on how far a pulse moves them, in both directions; absent: 0.1.</summary>
    [Description("Factor on how far a pulse moves them, in both directions; 0.1 where absent.")]
    [Range(1e-4, 1)]
    public double? Gain { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Share is null) yield return new Problem("CBS0246", "share", "is missing: how many devices are sluggish?");
    }

    /// <summary>The factor on how far a pulse moves them.</summary>
    [JsonIgnore]
    public double Factor => Gain ?? 0.1;
}
