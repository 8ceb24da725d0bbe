namespace CrossbarSim.HardwareBridge.Link;

/// <summary>The commands of the protocol.</summary>
public enum MessageType : byte
{
    /// <summary>Identifies the board.</summary>
    Hello = 0x01,

    /// <summary>Tells how the board stands, and keeps the watchdog fed.</summary>
    Status = 0x02,

    /// <summary>Tightens the limits.</summary>
    Limits = 0x03,

    /// <summary>Sets the pulses of both directions.</summary>
    Waveform = 0x04,

    /// <summary>Allows pulses.</summary>
    Arm = 0x05,

    /// <summary>Grounds the lines and allows no more pulses.</summary>
    Disarm = 0x06,

    /// <summary>Fires pulses at single cells.</summary>
    PulseList = 0x10,

    /// <summary>Fires at most one pulse at each cell of a block.</summary>
    SignBlock = 0x11,

    /// <summary>Reads the cells of a block.</summary>
    ReadBlock = 0x20,

    /// <summary>Drives word lines at once and measures bit lines.</summary>
    VectorRead = 0x21,

    /// <summary>Write-verify in the firmware.</summary>
    Program = 0x30,

    /// <summary>Electroforming of one cell.</summary>
    Form = 0x31,

    /// <summary>Tells the pulses of every cell of a block.</summary>
    CellTotals = 0x40,
}
