namespace CrossbarSim.HardwareBridge.Link;

/// <summary>The numbers of the protocol; a test compares them with firmware/protocol/link.yaml.</summary>
public static class LinkProtocol
{
    /// <summary>Version of the protocol.</summary>
    public const byte Version = 1;

    /// <summary>Ends every frame.</summary>
    public const byte Delimiter = 0;

    /// <summary>Bytes of a frame before its payload.</summary>
    public const int HeaderBytes = 7;

    /// <summary>Bytes of a frame behind its payload.</summary>
    public const int TrailerBytes = 2;

    /// <summary>Longest payload, bytes.</summary>
    public const int MostPayload = 245;

    /// <summary>Longest frame as it is sent: stuffed, with its delimiter.</summary>
    public const int MostEncoded = HeaderBytes + MostPayload + TrailerBytes + 2;

    /// <summary>Delimiters in a row that abort what is under way.</summary>
    public const int AbortDelimiters = 3;

    /// <summary>Set in the type of an acknowledgement.</summary>
    public const byte ReplyFlag = 0x80;

    /// <summary>Type of a refusal.</summary>
    public const byte Nak = 0x7E;

    /// <summary>Type of the beats of a long command.</summary>
    public const byte Busy = 0x7F;

    /// <summary>Milliseconds between the beats of a long command.</summary>
    public const int BusyMilliseconds = 100;

    /// <summary>First sequence number after a boot, and after the last.</summary>
    public const ushort FirstSequence = 1;

    /// <summary>Last sequence number before it starts again.</summary>
    public const ushort MostSequence = 65_535;

    /// <summary>Watchdog of a board that was not told another, milliseconds.</summary>
    public const int DefaultWatchdog = 500;

    /// <summary>Shortest watchdog, milliseconds.</summary>
    public const int LeastWatchdog = 50;

    /// <summary>Longest watchdog, milliseconds.</summary>
    public const int MostWatchdog = 10_000;

    /// <summary>A count of a conductance that stands for beyond the range.</summary>
    public const ushort BeyondRange = 65_535;

    /// <summary>Waveforms that a board holds.</summary>
    public const int Waveforms = 4;

    /// <summary>Most rows of a sign block.</summary>
    public const int MostSignRows = 8;

    /// <summary>Most columns of a sign block.</summary>
    public const int MostSignColumns = 255;

    /// <summary>Most cells of a block read.</summary>
    public const int MostReadCells = 120;

    /// <summary>Most readings that are averaged in one.</summary>
    public const int MostSamples = 256;

    /// <summary>Most bit lines of a vector read.</summary>
    public const int MostVectorColumns = 60;

    /// <summary>Most word lines of a vector read.</summary>
    public const int MostVectorRows = 112;

    /// <summary>Most cells of a write-verify command.</summary>
    public const int MostProgramCells = 40;

    /// <summary>Most cells whose totals are asked for at once.</summary>
    public const int MostTotalsCells = 30;

    /// <summary>The sequence number that follows.</summary>
    public static ushort After(ushort sequence) => sequence == MostSequence ? FirstSequence : (ushort)(sequence + 1);
}
