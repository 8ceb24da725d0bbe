using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Options;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What the devices on a board must never be exposed to. What is absent is not limited by the file.</summary>
public sealed record LimitOptions
{
    /// <summary>Largest amplitude of either polarity, volts.</summary>
    [Description("Largest amplitude of either polarity, for pulses and reads.")]
    [Quantity("V"), Range(1e-3, 20)]
    public required double Voltage { get; init; }

    /// <summary>Largest amplitude of positive pulses, volts.</summary>
    [Description("Largest amplitude of positive pulses, where it is less than voltage.")]
    [Quantity("V"), Range(1e-3, 20)]
    public double? PositiveVoltage { get; init; }

    /// <summary>Largest amplitude of negative pulses, volts above 0.</summary>
    [Description("Largest amplitude of negative pulses, without its sign, where it is less than voltage.")]
    [Quantity("V"), Range(1e-3, 20)]
    public double? NegativeVoltage { get; init; }

    /// <summary>Longest pulse, seconds.</summary>
    [Description("Longest pulse.")]
    [Quantity("s"), Range(10e-9, 10)]
    public required double Width { get; init; }

    /// <summary>Shortest pulse, seconds.</summary>
    [Description("Shortest pulse.")]
    [Quantity("s"), Range(10e-9, 10)]
    public double? ShortestWidth { get; init; }

    /// <summary>Most energy of a pulse, joules.</summary>
    [Description("Most energy of one pulse: amplitude x compliance current x width.")]
    [Quantity("J"), Range(1e-12, 4e-3)]
    public double? Energy { get; init; }

    /// <summary>Largest compliance current, amperes.</summary>
    [Description("Largest compliance current of a pulse.")]
    [Quantity("A"), Range(1e-6, 65e-3)]
    public double? Compliance { get; init; }

    /// <summary>Most of the time that pulses may take, 0.000001 .. 1.</summary>
    [Description("Most of the time that pulses may take; the gaps between them are made long enough.")]
    [Range(1e-6, 1.0)]
    public double? DutyCycle { get; init; }

    /// <summary>Pulses of a cell in one call, and of one command to the board.</summary>
    [Description("Pulses that one cell may get in one call, and all cells in one command to the board.")]
    [Range(1, 65_535)]
    public int? PulsesPerCall { get; init; }

    /// <summary>Pulses a second over all cells.</summary>
    [Description("Pulses a second, over all cells.")]
    [Range(1, 4_000_000_000)]
    public double? PulsesPerSecond { get; init; }

    /// <summary>Pulses that a cell may ever get, both directions together: its endurance, 1 .. 1e12.</summary>
    [Description("Pulses that one cell may get in its life, both directions together.")]
    [Range(1.0, 1e12)]
    public long PulsesPerCell { get; init; } = 100_000;

    /// <summary>Budgets by kind of pulse.</summary>
    [Description("Pulses that one cell may get in its life, by kind.")]
    public BudgetOptions Budgets { get; init; } = new();

    /// <summary>Largest read voltage, volts.</summary>
    [Description("Largest read voltage of either sign.")]
    [Quantity("V"), Range(1e-3, 5)]
    public double? ReadVoltage { get; init; }

    /// <summary>Single reads a second, over all cells.</summary>
    [Description("Single reads a second, over all cells.")]
    [Range(1, 4_000_000_000)]
    public double? ReadsPerSecond { get; init; }

    /// <summary>Largest voltage at a cell that is not meant, volts.</summary>
    [Description("Largest voltage at a cell that a pulse is not meant for; see bias.")]
    [Quantity("V"), Range(1e-3, 20)]
    public double? HalfSelectVoltage { get; init; }

    /// <summary>The same as limits that a board may tighten further.</summary>
    [JsonIgnore]
    public BoardLimits AsBoardLimits => new()
    {
        PositiveVoltage = Math.Min(Voltage, PositiveVoltage ?? Voltage),
        NegativeVoltage = Math.Min(Voltage, NegativeVoltage ?? Voltage),
        ShortestWidth = ShortestWidth ?? 0,
        LongestWidth = Width,
        Energy = Energy ?? double.PositiveInfinity,
        Compliance = Compliance ?? double.PositiveInfinity,
        PulsesPerCall = PulsesPerCall ?? int.MaxValue,
        PulsesPerSecond = PulsesPerSecond ?? double.PositiveInfinity,
        PulsesPerCell = PulsesPerCell,
        ReadVoltage = Math.Min(Voltage, ReadVoltage ?? Voltage),
        ReadsPerSecond = ReadsPerSecond ?? double.PositiveInfinity,
    };
}
