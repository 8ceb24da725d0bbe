using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What the devices on a board must never be exposed to.</summary>
public sealed record LimitOptions
{
    /// <summary>Largest amplitude of either polarity, volts.</summary>
    [Description("Largest amplitude of either polarity, for pulses and reads.")]
    [Quantity("V"), Range(1e-3, 20)]
    public required double Voltage { get; init; }

    /// <summary>Longest pulse, seconds.</summary>
    [Description("Longest pulse.")]
    [Quantity("s"), Range(10e-9, 10)]
    public required double Width { get; init; }

    /// <summary>Pulses that a cell may ever get, both directions together: its endurance, 1 .. 1e12.</summary>
    [Description("Pulses that one cell may get in its life, both directions together.")]
    [Range(1.0, 1e12)]
    public long PulsesPerCell { get; init; } = 100_000;
}
