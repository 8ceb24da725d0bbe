namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>A board that speaks this project's own protocol; what it can do, its firmware says.</summary>
public sealed record LinkBoardOptions : BoardOptions
{
    /// <summary>Creates options with the speed of the reference firmware.</summary>
    public LinkBoardOptions() => Baud = 1_000_000;
}
