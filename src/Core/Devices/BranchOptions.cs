using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices;

/// <summary>What every direction of every law may say for itself.</summary>
public record BranchOptions
{
    /// <summary>N of this direction, 1 .. 30,000; the device's where absent.</summary>
    [Description("N of this direction: pulses from one end of the window to the other; the device's pulses where absent.")]
    [Range(1, DeviceOptions.MostPulses)]
    public int? Pulses { get; init; }
}
