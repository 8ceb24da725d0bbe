namespace CrossbarSim.Core.Boards;

/// <summary>What a board can do beyond pulses and reads of single cells.</summary>
[Flags]
public enum BoardCapabilities
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Knows the pulses of every cell since boot, and keeps the budget of each.</summary>
    CellTotals = 1 << 0,

    /// <summary>Drives many word lines at once and measures the currents of bit lines.</summary>
    VectorRead = 1 << 1,

    /// <summary>Runs write-verify loops by itself.</summary>
    Program = 1 << 2,

    /// <summary>Can form cells.</summary>
    Forming = 1 << 3,

    /// <summary>Limits the current in hardware.</summary>
    Compliance = 1 << 4,

    /// <summary>Its devices are simulated.</summary>
    Simulated = 1 << 5,
}
