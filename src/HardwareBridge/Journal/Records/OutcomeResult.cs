namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>What became of a command.</summary>
public enum OutcomeResult
{
    /// <summary>Acknowledged: the counts are the board's.</summary>
    Done,

    /// <summary>The board never did it, and never will.</summary>
    NotDone,

    /// <summary>Nobody knows: its cells are in doubt until they are read and set again.</summary>
    Uncertain,
}
