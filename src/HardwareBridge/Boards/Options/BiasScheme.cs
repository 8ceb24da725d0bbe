namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>How the lines that a pulse is not meant for are biased.</summary>
public enum BiasScheme
{
    /// <summary>One transistor a cell, or floating lines: cells that are not selected see nothing.</summary>
    None,

    /// <summary>V/2: cells of the same row or column see half of a pulse.</summary>
    Half,

    /// <summary>V/3: all other cells see a third of a pulse.</summary>
    Third,
}
