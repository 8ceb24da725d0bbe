using System.ComponentModel;

namespace CrossbarSim.Core.Devices;

/// <summary>How the amplitude and the width of pulses scale how far they move a device, for trains of unequal pulses.</summary>
public sealed record VoltageOptions
{
    /// <summary>Rising pulses.</summary>
    [Description("Rising pulses.")]
    public required VoltageBranchOptions Potentiation { get; init; }

    /// <summary>Falling pulses.</summary>
    [Description("Falling pulses.")]
    public required VoltageBranchOptions Depression { get; init; }

    /// <summary>The pulses of a direction.</summary>
    /// <param name="depression">Whether falling pulses are meant.</param>
    public VoltageBranchOptions Branch(bool depression) => depression ? Depression : Potentiation;
}
