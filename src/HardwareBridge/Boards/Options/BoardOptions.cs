using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>A test board with an array of memristors: its port, its pulses, and what it must never exceed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LinkBoardOptions), "link")]
[JsonDerivedType(typeof(ArcOneBoardOptions), "arc-one")]
[JsonDerivedType(typeof(ScpiBoardOptions), "scpi")]
[JsonDerivedType(typeof(TextBoardOptions), "text")]
public abstract record BoardOptions : IChecked
{
    /// <summary>The serial port.</summary>
    [Description("The serial port, such as /dev/ttyACM0, /dev/serial/by-id/... or COM3.")]
    public required string Port { get; init; }

    /// <summary>Speed of the port in bits per second, 300 .. 12,000,000.</summary>
    [Description("Speed of the port, in bits per second.")]
    [Range(300, 12_000_000)]
    public int Baud { get; init; }

    /// <summary>The board's serial number; absent: any, and 0 for a board that tells none.</summary>
    [Description("The board's serial number; another board on this port is then refused. A board that tells none has this one.")]
    public uint? Serial { get; init; }

    /// <summary>Word lines of the array, 1 .. 4096.</summary>
    [Description("Word lines of the array (the inputs).")]
    [Range(1, 4096)]
    public required int Rows { get; init; }

    /// <summary>Bit lines of the array, 1 .. 4096.</summary>
    [Description("Bit lines of the array (the outputs).")]
    [Range(1, 4096)]
    public required int Columns { get; init; }

    /// <summary>How a cell is read.</summary>
    [Description("How a cell is read.")]
    public ReadOptions Read { get; init; } = new();

    /// <summary>What readings are corrected by; absent: they are taken as they are.</summary>
    [Description("What readings are corrected by; without it they are taken as they are.")]
    public CalibrationOptions? Calibration { get; init; }

    /// <summary>The pulse of each direction.</summary>
    [Description("The pulse of each direction.")]
    public required PulsePairOptions Pulses { get; init; }

    /// <summary>What the cells beside a pulsed one see.</summary>
    [Description("How lines are biased that a pulse is not meant for: none, half (V/2) or third (V/3).")]
    public BiasScheme Bias { get; init; }

    /// <summary>What is never exceeded.</summary>
    [Description("What is never exceeded: more is refused, not cut down to it.")]
    public required LimitOptions Limits { get; init; }

    /// <summary>What instruments of this kind can do.</summary>
    internal virtual BoardReach Reach => BoardReach.Unknown;

    /// <inheritdoc/>
    public virtual IEnumerable<Problem> Check() => BoardChecks.Check(this);
}
