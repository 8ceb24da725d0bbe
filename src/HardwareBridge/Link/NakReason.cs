namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Why a board refused a command, before its first pulse.</summary>
public enum NakReason : byte
{
    /// <summary>Nonce of another boot.</summary>
    Session = 1,

    /// <summary>Sequence number neither the last nor the next.</summary>
    Gap = 2,

    /// <summary>Payload of a wrong size, or a value without meaning.</summary>
    Format = 3,

    /// <summary>Unknown or unsupported message.</summary>
    Type = 4,

    /// <summary>Pulses are not allowed yet.</summary>
    NotArmed = 5,

    /// <summary>Armed with another board's serial number.</summary>
    Serial = 6,

    /// <summary>Beyond the amplitude of that polarity.</summary>
    Voltage = 7,

    /// <summary>Too short or too long a pulse.</summary>
    Width = 8,

    /// <summary>Too much energy in a pulse.</summary>
    Energy = 9,

    /// <summary>Beyond the compliance limit.</summary>
    Compliance = 10,

    /// <summary>Too many pulses in a command.</summary>
    PulsesPerCall = 11,

    /// <summary>Too many pulses since boot.</summary>
    TotalPulses = 12,

    /// <summary>Too many pulses a second.</summary>
    Rate = 13,

    /// <summary>Outside the array.</summary>
    Cell = 14,

    /// <summary>Waveform that is not set, or another hash.</summary>
    Waveform = 15,

    /// <summary>A cell had all its pulses.</summary>
    CellBudget = 16,

    /// <summary>Beyond the read voltage.</summary>
    ReadVoltage = 17,

    /// <summary>Too many reads a second.</summary>
    ReadRate = 18,

    /// <summary>A limit can only be tightened.</summary>
    Loosen = 19,

    /// <summary>Another command is under way.</summary>
    Busy = 20,

    /// <summary>Forming was not allowed when arming.</summary>
    Forming = 21,
}
