namespace CrossbarSim.HardwareBridge.Link;

/// <summary>What happened on a line. Mutable.</summary>
public sealed class LinkCounts
{
    /// <summary>Commands that were answered.</summary>
    public int Commands { get; internal set; }

    /// <summary>Frames that were sent again because no answer came.</summary>
    public int Resent { get; internal set; }

    /// <summary>Frames from the board that were damaged.</summary>
    public int Damaged { get; internal set; }

    /// <summary>Times that the line was lost and found again.</summary>
    public int Reconnected { get; internal set; }

    /// <summary>Time between sending and the answer, all commands together.</summary>
    public TimeSpan Waited { get; internal set; }
}
