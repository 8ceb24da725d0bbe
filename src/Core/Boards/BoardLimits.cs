namespace CrossbarSim.Core.Boards;

/// <summary>What no command may exceed. Unlimited is infinity, or the largest number of its type; widths 0.</summary>
public sealed record BoardLimits
{
    /// <summary>No limits at all.</summary>
    public static BoardLimits None { get; } = new();

    /// <summary>Largest amplitude of a positive pulse, volts.</summary>
    public double PositiveVoltage { get; init; } = double.PositiveInfinity;

    /// <summary>Largest amplitude of a negative pulse, volts above 0.</summary>
    public double NegativeVoltage { get; init; } = double.PositiveInfinity;

    /// <summary>Shortest pulse, seconds.</summary>
    public double ShortestWidth { get; init; }

    /// <summary>Longest pulse, seconds.</summary>
    public double LongestWidth { get; init; } = double.PositiveInfinity;

    /// <summary>Most energy of a pulse, joules: amplitude x compliance current x width.</summary>
    public double Energy { get; init; } = double.PositiveInfinity;

    /// <summary>Largest compliance current, amperes.</summary>
    public double Compliance { get; init; } = double.PositiveInfinity;

    /// <summary>Most pulses of one command.</summary>
    public int PulsesPerCall { get; init; } = int.MaxValue;

    /// <summary>Most pulses a second, over all cells.</summary>
    public double PulsesPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>Most pulses of one cell since boot, of either direction; kept by boards that know them.</summary>
    public long PulsesPerCell { get; init; } = long.MaxValue;

    /// <summary>Most pulses since boot.</summary>
    public long TotalPulses { get; init; } = long.MaxValue;

    /// <summary>Largest read voltage, volts above 0.</summary>
    public double ReadVoltage { get; init; } = double.PositiveInfinity;

    /// <summary>Most cells read a second.</summary>
    public double ReadsPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>The stricter of both, limit by limit.</summary>
    public BoardLimits Tighten(BoardLimits other) => new()
    {
        PositiveVoltage = Math.Min(PositiveVoltage, other.PositiveVoltage),
        NegativeVoltage = Math.Min(NegativeVoltage, other.NegativeVoltage),
        ShortestWidth = Math.Max(ShortestWidth, other.ShortestWidth),
        LongestWidth = Math.Min(LongestWidth, other.LongestWidth),
        Energy = Math.Min(Energy, other.Energy),
        Compliance = Math.Min(Compliance, other.Compliance),
        PulsesPerCall = Math.Min(PulsesPerCall, other.PulsesPerCall),
        PulsesPerSecond = Math.Min(PulsesPerSecond, other.PulsesPerSecond),
        PulsesPerCell = Math.Min(PulsesPerCell, other.PulsesPerCell),
        TotalPulses = Math.Min(TotalPulses, other.TotalPulses),
        ReadVoltage = Math.Min(ReadVoltage, other.ReadVoltage),
        ReadsPerSecond = Math.Min(ReadsPerSecond, other.ReadsPerSecond),
    };
}
