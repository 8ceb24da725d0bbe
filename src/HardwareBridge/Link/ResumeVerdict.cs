namespace CrossbarSim.HardwareBridge.Link;

/// <summary>What became of the command that an interrupted run had sent last.</summary>
public enum ResumeVerdict
{
    /// <summary>No command was under way.</summary>
    Nothing,

    /// <summary>The board did it, and said once more what it fired.</summary>
    Done,

    /// <summary>The board never got it, or refused it.</summary>
    NotDone,

    /// <summary>The board started anew since: nobody knows.</summary>
    Uncertain,
}
