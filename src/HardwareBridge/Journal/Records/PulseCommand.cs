namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>Kinds of commands that fire pulses.</summary>
public enum PulseCommand
{
    /// <summary>Pulses at single cells, in order.</summary>
    List,

    /// <summary>At most one pulse at each cell of a block, in order.</summary>
    Block,

    /// <summary>Write-verify: the counts are the most that a cell can get, of either direction.</summary>
    Program,

    /// <summary>Forming: the count is the most that the cell can get.</summary>
    Form,
}
