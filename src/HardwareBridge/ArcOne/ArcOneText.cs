using System.Globalization;

namespace CrossbarSim.HardwareBridge.ArcOne;

/// <summary>
/// Tokens of an ArC ONE. Quantities always have an exponent and nine digits, which is all that its float32 holds: plain
/// decimals would send 90 ns as 0. Lines are counted from 1 on the wire and nowhere else.
/// </summary>
internal static class ArcOneText
{
    /// <summary>Resets, and fills the rest of a job that lost tokens with zeros: 0 V for 0 s.</summary>
    public const string Reset = "00";

    /// <summary>Initialises.</summary>
    public const string Initialise = "0";

    /// <summary>Sets read mode and read voltage.</summary>
    public const string ReadMode = "01";

    /// <summary>Selects a cell.</summary>
    public const string Select = "02";

    /// <summary>Pulses the selected cell, and says nothing: never used, for nothing would acknowledge it.</summary>
    public const string Pulse = "04";

    /// <summary>Reads one cell.</summary>
    public const string ReadOne = "1";

    /// <summary>Reads many: all, or a list.</summary>
    public const string ReadMany = "2";

    /// <summary>Pulses a cell and reads it: the reading is the acknowledgement.</summary>
    public const string PulseRead = "3";

    /// <summary>Asks for the version.</summary>
    public const string Version = "999";

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A word or bit line.</summary>
    /// <param name="line">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public static string Line(int line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, ArcOneInstrument.Lines);
        return Number(line + 1);
    }

    /// <summary>Volts, from -12 to 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It makes no such voltage.</exception>
    public static string Volts(double volts) => Quantity(volts, -ArcOneInstrument.MostVoltage, ArcOneInstrument.MostVoltage);

    /// <summary>Seconds of a pulse, from 90 ns to 10 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It makes no such pulse.</exception>
    public static string Seconds(double seconds) =>
        Quantity(seconds, ArcOneInstrument.ShortestWidth, ArcOneInstrument.LongestWidth);

    private static string Quantity(double value, double least, double most)
    {
        if (!(value >= least && value <= most)) throw new ArgumentOutOfRangeException(nameof(value), value, "out of reach");
        return value.ToString("0.00000000e+00", CultureInfo.InvariantCulture);
    }
}
