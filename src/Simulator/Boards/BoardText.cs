using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Boards;

/// <summary>What a board can and may, in words.</summary>
internal static class BoardText
{
    private const string Unlimited = "unlimited";

    /// <summary>The capabilities by name.</summary>
    public static IEnumerable<string> Words(BoardCapabilities capabilities) => Enum.GetValues<BoardCapabilities>()
        .Where(one => one != BoardCapabilities.None && capabilities.HasFlag(one))
        .Select(one => OptionNames.Value(one.ToString()));

    /// <summary>Every limit, by name.</summary>
    public static IEnumerable<(string Name, string Value)> Limits(BoardLimits limits) =>
    [
        ("positive pulses", Most(limits.PositiveVoltage, "V")), ("negative pulses", Most(limits.NegativeVoltage, "V")),
        ("width", $"{Quantity.Format(limits.ShortestWidth, "s")} .. {Number(limits.LongestWidth, "s")}"),
        ("energy", Most(limits.Energy, "J")), ("compliance", Most(limits.Compliance, "A")),
        ("pulses a call", Count(limits.PulsesPerCall, int.MaxValue)), ("pulses a second", Rate(limits.PulsesPerSecond)),
        ("pulses of a cell", Count(limits.PulsesPerCell, long.MaxValue)),
        ("pulses since boot", Count(limits.TotalPulses, long.MaxValue)),
        ("read voltage", Most(limits.ReadVoltage, "V")), ("reads a second", Rate(limits.ReadsPerSecond)),
    ];

    private static string Most(double value, string unit) =>
        double.IsFinite(value) ? $"at most {Number(value, unit)}" : Unlimited;

    private static string Number(double value, string unit) =>
        double.IsFinite(value) ? Quantity.Format(value, unit) : Unlimited;

    private static string Count(long value, long none) =>
        value == none ? Unlimited : string.Create(CultureInfo.InvariantCulture, $"at most {value}");

    private static string Rate(double value) =>
        double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"at most {value}") : Unlimited;
}
