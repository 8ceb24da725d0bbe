using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>The units of the protocol (mV, 10 ns, uA, pJ, us) from and to SI.</summary>
internal static class LinkUnits
{
    private const double Milli = 1e3;
    private const double Micro = 1e6;
    private const double TenNanoseconds = 1e8;
    private const double Pico = 1e12;

    // A limit that a file gives as 2 V must not become 1999 mV because 2.0000000000000004 was meant.
    private const double Slack = 1e-6;

    /// <summary>Volts as the nearest millivolts.</summary>
    public static short Millivolts(double volts) => checked((short)Math.Round(volts * Milli));

    /// <summary>Seconds as the nearest 10 ns.</summary>
    public static uint Width(double seconds) => checked((uint)Math.Round(seconds * TenNanoseconds));

    /// <summary>Amperes as the nearest microamperes.</summary>
    public static ushort Microamperes(double amperes) => checked((ushort)Math.Round(amperes * Micro));

    /// <summary>Seconds as microseconds, rounded up: a pause is never shorter than asked for.</summary>
    public static ushort Gap(double seconds) => checked((ushort)Math.Ceiling(seconds * Micro - Slack));

    /// <summary>Limits as the board takes them; rounded to the strict side, unlimited is 0.</summary>
    public static LimitsMessage ToMessage(BoardLimits limits) => new(
        U16(limits.PositiveVoltage * Milli), U16(limits.NegativeVoltage * Milli),
        (uint)Math.Ceiling(limits.ShortestWidth * TenNanoseconds - Slack), U32(limits.LongestWidth * TenNanoseconds),
        U32(limits.Energy * Pico), U16(limits.Compliance * Micro), U16(limits.PulsesPerCall), U32(limits.PulsesPerSecond),
        U32(limits.PulsesPerCell), U32(limits.TotalPulses), U16(limits.ReadVoltage * Milli), U32(limits.ReadsPerSecond));

    /// <summary>Limits as the board answers them; 0 is unlimited.</summary>
    public static BoardLimits FromMessage(LimitsMessage message) => new()
    {
        PositiveVoltage = Limit(message.RiseVoltage) / Milli,
        NegativeVoltage = Limit(message.FallVoltage) / Milli,
        ShortestWidth = message.LeastWidth / TenNanoseconds,
        LongestWidth = Limit(message.MostWidth) / TenNanoseconds,
        Energy = Limit(message.Energy) / Pico,
        Compliance = Limit(message.Compliance) / Micro,
        PulsesPerCall = message.PulsesPerCall == 0 ? int.MaxValue : message.PulsesPerCall,
        PulsesPerSecond = Limit(message.PulsesPerSecond),
        PulsesPerCell = message.PulsesPerCell == 0 ? long.MaxValue : message.PulsesPerCell,
        TotalPulses = message.TotalPulses == 0 ? long.MaxValue : message.TotalPulses,
        ReadVoltage = Limit(message.ReadVoltage) / Milli,
        ReadsPerSecond = Limit(message.ReadsPerSecond),
    };

    // What is beyond the field is no limit to the board; what rounds to nothing is the least limit there is.
    private static ushort U16(double value) =>
        value > ushort.MaxValue ? (ushort)0 : (ushort)Math.Max(Math.Floor(value + Slack), 1);

    private static uint U32(double value) => value > uint.MaxValue ? 0 : (uint)Math.Max(Math.Floor(value + Slack), 1);

    private static double Limit(uint value) => value == 0 ? double.PositiveInfinity : value;
}
