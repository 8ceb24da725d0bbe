using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>A board that speaks this project's own protocol; what it can do, its firmware says.</summary>
public sealed record LinkBoardOptions : BoardOptions
{
    /// <summary>Creates options with the speed of the reference firmware.</summary>
    public LinkBoardOptions() => Baud = 1_000_000;

    /// <summary>How the port is spoken to.</summary>
    [Description("serial-port: System.IO.Ports, everywhere; direct: less time a command, Linux and macOS only.")]
    public TransportKind Transport { get; init; }

    /// <summary>How long an armed board waits for a sign of life before it grounds its lines, seconds.</summary>
    [Description("How long an armed board waits for a sign of life before it grounds its lines.")]
    [Quantity("s"), Range(50e-3, 10)]
    public double Watchdog { get; init; } = 0.5;
}
