namespace CrossbarSim.Core.Programming;

/// <summary>Why the programming of a cell ended.</summary>
public enum StopReason
{
    /// <summary>The reading is within the tolerance of the target.</summary>
    Reached,

    /// <summary>The most pulses were fired.</summary>
    Budget,

    /// <summary>The reading crossed the target too often: its steps are coarser than the tolerance.</summary>
    Reversals,

    /// <summary>The cell does not move.</summary>
    Stuck,

    /// <summary>The target lies beyond the end of the cell's window.</summary>
    OutOfRange,

    /// <summary>As many pulses were fired as the nominal law asks for, and nothing was read.</summary>
    NotVerified,
}
