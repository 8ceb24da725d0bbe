using System.ComponentModel;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>The pulse of each direction; bipolar devices need opposite signs.</summary>
public sealed record PulsePairOptions
{
    /// <summary>The pulse towards high conductance: potentiation.</summary>
    [Description("The pulse that raises the conductance (potentiation).")]
    public required PulseOptions Set { get; init; }

    /// <summary>The pulse towards low conductance: depression.</summary>
    [Description("The pulse that lowers the conductance (depression); its voltage has the other sign.")]
    public required PulseOptions Reset { get; init; }
}
