namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>A source-measure unit, with or without a switch matrix, that speaks SCPI.</summary>
public sealed record ScpiBoardOptions : TemplateBoardOptions
{
    /// <summary>Creates options with the factory speed of the Keithley 2400 series.</summary>
    public ScpiBoardOptions() => Baud = 9_600;

    /// <inheritdoc/>
    internal override BoardReach Reach => BoardReach.Unknown with
    {
        Name = MostLines == 1 ? "a source-measure unit without a switch matrix (select)"
            : "a source-measure unit that software switches",
        ShortestWidth = 1e-3,
        Lines = MostLines,
    };
}
