using System.ComponentModel;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>How devices, and single pulses, differ from the nominal law.</summary>
public sealed record VariationOptions
{
    /// <summary>Cycle-to-cycle noise: drawn at every pulse.</summary>
    [Description("Cycle-to-cycle noise, drawn at every pulse.")]
    public CycleNoiseOptions? C2c { get; init; }

    /// <summary>Device-to-device spread: drawn once for each device.</summary>
    [Description("Device-to-device spread: relative standard deviation of the named parameter, drawn once for each device.")]
    public DeviceSpreadOptions? D2d { get; init; }
}
