using System.ComponentModel;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>An ArC ONE. Its limits are those of its manual (arc1_docs, 2021) and of its makers' program.</summary>
public sealed record ArcOneBoardOptions : BoardOptions
{
    /// <summary>Creates options with the speed of the board.</summary>
    public ArcOneBoardOptions() => Baud = 921_600;

    /// <summary>How it measures.</summary>
    [Description("How it measures: classic (at 0.5 V, whatever read.voltage says), tia or tia-four-point.")]
    public ArcOneReadMode ReadMode { get; init; } = ArcOneReadMode.TiaFourPoint;

    /// <inheritdoc/>
    internal override BoardReach Reach =>
        new("an ArC ONE", Voltage: 12, ShortestWidth: 90e-9, LongestWidth: 10, Lines: 32);
}
