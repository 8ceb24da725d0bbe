using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>One programming pulse.</summary>
public sealed record PulseOptions
{
    /// <summary>Amplitude with its sign, volts.</summary>
    [Description("Amplitude with its sign; never above limits.voltage.")]
    [Quantity("V"), Range(-20.0, 20.0)]
    public required double Voltage { get; init; }

    /// <summary>Width, seconds.</summary>
    [Description("Width; never above limits.width.")]
    [Quantity("s"), Range(10e-9, 10)]
    public required double Width { get; init; }
}
