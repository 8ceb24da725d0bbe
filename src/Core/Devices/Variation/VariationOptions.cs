using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>How devices, single pulses and single reads differ from the nominal law.</summary>
public sealed record VariationOptions
{
    /// <summary>Cycle-to-cycle noise: drawn at every pulse.</summary>
    [Description("Cycle-to-cycle noise, drawn at every pulse.")]
    public CycleNoiseOptions? C2c { get; init; }

    /// <summary>Device-to-device spread: drawn once for each device.</summary>
    [Description("Device-to-device spread of the named parameters, drawn once for each device.")]
    public DeviceSpreadOptions? D2d { get; init; }

    /// <summary>Devices that do not work.</summary>
    [Description("Devices that do not work.")]
    public FaultOptions? Faults { get; init; }

    /// <summary>Pulses that a device takes in its life.</summary>
    [Description("Pulses that a device takes in its life: the median, or { pulses, sigma }. No limit where absent.")]
    public EnduranceOptions? Endurance { get; init; }

    /// <summary>Write noise: what is seen after a pulse differs from the state.</summary>
    [Description("Write noise: what is seen after a pulse differs from the state that the next pulse acts on.")]
    public WriteNoiseOptions? Write { get; init; }

    /// <summary>Read noise: drawn for every read.</summary>
    [Description("Read noise, drawn for every read of every device in forward passes.")]
    public ReadNoiseOptions? Read { get; init; }

    /// <summary>Whether a pulse may lead between the nominal states.</summary>
    [JsonIgnore]
    public bool LeavesWholePulses =>
        C2c is { Sigma: > 0 } || D2d is { HasGains: true } || Faults is { AnySluggish: true };
}
