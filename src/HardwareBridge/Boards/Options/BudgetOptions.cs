using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>Pulses that a cell may get in its life, by kind. The journal keeps count over all sessions.</summary>
public sealed record BudgetOptions
{
    /// <summary>Set pulses of a cell, 0 .. 1e12; absent: only the sum is limited.</summary>
    [Description("Set pulses that one cell may get in its life.")]
    [Range(0.0, 1e12)]
    public long? Set { get; init; }

    /// <summary>Reset pulses of a cell, 0 .. 1e12; absent: only the sum is limited.</summary>
    [Description("Reset pulses that one cell may get in its life.")]
    [Range(0.0, 1e12)]
    public long? Reset { get; init; }

    /// <summary>Forming pulses of a cell, 0 .. 1,000,000; none by default.</summary>
    [Description("Forming pulses that one cell may get in its life; without it, forming is refused.")]
    [Range(0, 1_000_000)]
    public long Forming { get; init; }

    /// <summary>Share of a budget from which on a warning is given, 0 .. 1.</summary>
    [Description("Share of a budget from which on a warning is given.")]
    [Range(0.0, 1.0)]
    public double Warn { get; init; } = 0.9;
}
