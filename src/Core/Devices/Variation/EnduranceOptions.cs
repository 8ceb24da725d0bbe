using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// How many pulses a device takes in its life, of both directions: it refuses all that are asked for later. Drawn for each
/// device: pulses x exp(sigma xi), xi standard normal and cut at +-5.
/// </summary>
[ShortForm(nameof(Pulses))]
public sealed record EnduranceOptions : IChecked
{
    /// <summary>Median number of pulses.</summary>
    [Description("Pulses of both directions that a device takes before it refuses all further ones: the median.")]
    [Range(1, 1e9)]
    public double? Pulses { get; init; }

    /// <summary>Standard deviation of the logarithm over devices; absent: 0.</summary>
    [Description("Standard deviation of the natural logarithm of pulses over devices; 0 where absent.")]
    [Range(0, 5)]
    public double? Sigma { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Pulses is null) yield return new Problem("CBS0246", "pulses", "is missing: how many does a device take?");
    }

    /// <summary>Pulses of a device.</summary>
    /// <param name="deviate">Its deviate.</param>
    internal int Budget(double deviate) =>
        Pulses is not { } median ? int.MaxValue
        : (int)Math.Clamp(Math.Round(median * Math.Exp((Sigma ?? 0) * deviate)), 1, int.MaxValue);
}
