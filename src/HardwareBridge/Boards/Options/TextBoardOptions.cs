namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>A board that speaks lines of plain text, as small Arduino and ESP32 testers do.</summary>
public sealed record TextBoardOptions : TemplateBoardOptions
{
    /// <summary>Creates options with the speed that such testers commonly use.</summary>
    public TextBoardOptions() => Baud = 115_200;

    /// <inheritdoc/>
    internal override BoardReach Reach => BoardReach.Unknown with
    {
        Name = MostLines == 1 ? "a tester without select" : BoardReach.Unknown.Name,
        Lines = MostLines,
    };
}
