namespace CrossbarSim.HardwareBridge.Link;

/// <summary>How write-verify of a cell ended.</summary>
public enum CellResult : byte
{
    /// <summary>Within the tolerance.</summary>
    Reached = 0,

    /// <summary>Out of pulses.</summary>
    MostPulses = 1,

    /// <summary>Out of changes of direction.</summary>
    MostReversals = 2,

    /// <summary>Pulses moved nothing.</summary>
    NoResponse = 3,

    /// <summary>The command ended before this cell.</summary>
    NotStarted = 4,
}
