using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// Shares of devices that do not work, of classes that share no device. One uniform number decides for each device, so
/// that a larger share of a class only adds devices to it.
/// </summary>
public sealed record FaultOptions : IChecked
{
    /// <summary>Share that stands at gmin for ever.</summary>
    [Description("Share of devices that are stuck at the low end of their window: every pulse is refused.")]
    [Range(0, 1)]
    public double StuckGmin { get; init; }

    /// <summary>Share that stands at gmax for ever.</summary>
    [Description("Share of devices that are stuck at the high end of their window: every pulse is refused.")]
    [Range(0, 1)]
    public double StuckGmax { get; init; }

    /// <summary>Share that stands for ever at a state drawn evenly from P = 0 .. N.</summary>
    [Description("Share of devices that are stuck at a state of their own, drawn evenly from P = 0 .. N of potentiation.")]
    [Range(0, 1)]
    public double StuckAnywhere { get; init; }

    /// <summary>Share that was never formed: conductance <see cref="UnformedConductance"/>, every pulse is refused.</summary>
    [Description("Share of devices that were never formed: they conduct unformed_conductance, and every pulse is refused.")]
    [Range(0, 1)]
    public double Unformed { get; init; }

    /// <summary>Conductance of an unformed device, siemens.</summary>
    [Description("Conductance of devices that were never formed.")]
    [Quantity("S"), Range(0, 10e-3)]
    public double UnformedConductance { get; init; }

    /// <summary>Share whose pulses move little.</summary>
    [Description("Share of devices that a pulse moves less far, or { share, gain }.")]
    public SluggishOptions? Sluggish { get; init; }

    /// <summary>Whether any device stands still for ever.</summary>
    [JsonIgnore]
    public bool AnyStuck => StuckGmin > 0 || StuckGmax > 0 || StuckAnywhere > 0 || Unformed > 0;

    /// <summary>Whether any device is sluggish.</summary>
    [JsonIgnore]
    public bool AnySluggish => Sluggish is { Share: > 0 };

    private IEnumerable<(DeviceFault Fault, double Share)> Shares =>
    [
        (DeviceFault.StuckGmin, StuckGmin), (DeviceFault.StuckGmax, StuckGmax), (DeviceFault.StuckAnywhere, StuckAnywhere),
        (DeviceFault.Unformed, Unformed), (DeviceFault.Sluggish, Sluggish?.Share ?? 0),
    ];

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        // Ten shares of 0.1 come to a little more than 1 in floating point.
        var sum = Shares.Sum(fault => fault.Share);
        if (sum > 1 + 1e-9)
            yield return new Problem("CBS0241", "", FormattableString.Invariant(
                $"the shares come to {sum:G6}, more than all devices: a device has one fault at most"));
    }

    /// <summary>The fault of a device.</summary>
    /// <param name="uniform">Its number, 0 .. 1.</param>
    internal DeviceFault Of(double uniform)
    {
        var below = 0.0;
        foreach (var (fault, share) in Shares)
            if (uniform < (below += share)) return fault;
        return DeviceFault.None;
    }
}
