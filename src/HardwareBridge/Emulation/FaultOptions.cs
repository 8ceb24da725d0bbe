namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>What goes wrong on an emulated line. Shares of frames, 0 .. 1, in either direction unless said.</summary>
public sealed record FaultOptions
{
    /// <summary>Frames with one flipped bit.</summary>
    public double Corrupt { get; init; }

    /// <summary>Frames from the host that are lost.</summary>
    public double DropRequests { get; init; }

    /// <summary>Answers that are lost.</summary>
    public double DropReplies { get; init; }

    /// <summary>Frames that come twice.</summary>
    public double Duplicate { get; init; }

    /// <summary>Frames that come late.</summary>
    public double Delay { get; init; }

    /// <summary>How late.</summary>
    public TimeSpan DelayTime { get; init; } = TimeSpan.FromMilliseconds(70);

    /// <summary>Frames that come in two pieces.</summary>
    public double Split { get; init; }

    /// <summary>Answers that lose one byte.</summary>
    public double Truncate { get; init; }

    /// <summary>Beats that are sent before every answer, as a slow board does.</summary>
    public int Beats { get; init; }

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;
}
