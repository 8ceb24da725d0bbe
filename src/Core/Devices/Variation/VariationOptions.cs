using System.ComponentModel;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Devices.Ageing;

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

    /// <summary>Drift of the conductance with time after programming.</summary>
    [Description("Drift: the conductance falls as a power of the time since the last programming.")]
    public DriftOptions? Drift { get; init; }

    /// <summary>Loss of state with time after programming.</summary>
    [Description("Loss of state: u relaxes with the time since the last programming.")]
    public RetentionOptions? Retention { get; init; }

    /// <summary>Random telegraph noise of readings.</summary>
    [Description("Random telegraph noise: traps that lower the conductance at some readings and not at others.")]
    public TelegraphNoiseOptions? Rtn { get; init; }

    /// <summary>Whether what is read of a finished array depends on when it is read.</summary>
    [JsonIgnore]
    public bool Ages => Drift is not null || Retention is not null || Rtn is not null;
}
