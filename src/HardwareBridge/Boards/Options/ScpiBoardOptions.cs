namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>A source-measure unit, with or without a switch matrix, that speaks SCPI.</summary>
public sealed record ScpiBoardOptions : BoardOptions
{
    /// <summary>Creates options with the factory speed of the Keithley 2400 series.</summary>
    public ScpiBoardOptions() => Baud = 9_600;

    /// <inheritdoc/>
    internal override BoardReach Reach => BoardReach.Unknown with
    {
        Name = "a source-measure unit that software switches",
        ShortestWidth = 1e-3,
    };
}
