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

    /// <summary>Compliance current, amperes; absent: the board limits none.</summary>
    [Description("Current that the board limits the pulse to; where absent, it limits none.")]
    [Quantity("A"), Range(1e-6, 65e-3)]
    public double? Compliance { get; init; }
}
