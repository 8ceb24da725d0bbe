namespace CrossbarSim.Core.Boards;

/// <summary>Why a pulse command ended.</summary>
public enum PulseStop
{
    /// <summary>All was fired.</summary>
    Done = 0,

    /// <summary>Somebody stopped the board.</summary>
    Aborted = 1,

    /// <summary>The current limit was reached.</summary>
    Compliance = 2,

    /// <summary>The board reported a fault of its own.</summary>
    Hardware = 3,
}
