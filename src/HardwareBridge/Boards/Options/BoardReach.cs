namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What instruments of a kind can do, whatever a file asks for.</summary>
/// <param name="Name">The instrument, in a message.</param>
/// <param name="Voltage">Largest amplitude of either polarity, volts.</param>
/// <param name="ShortestWidth">Shortest pulse, seconds.</param>
/// <param name="LongestWidth">Longest pulse, seconds.</param>
/// <param name="Lines">Most word lines, and most bit lines.</param>
internal sealed record BoardReach(string Name, double Voltage, double ShortestWidth, double LongestWidth, int Lines)
{
    /// <summary>Of an instrument whose limits only the instrument itself knows.</summary>
    public static BoardReach Unknown { get; } =
        new("this board", double.PositiveInfinity, 0, double.PositiveInfinity, int.MaxValue);
}
