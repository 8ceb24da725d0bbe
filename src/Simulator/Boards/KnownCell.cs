using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Boards;

/// <summary>A place of the array that holds a resistor, or nothing.</summary>
/// <param name="Cell">The place.</param>
/// <param name="Siemens">Its conductance; 0 where it is open.</param>
internal readonly record struct KnownCell(Cell Cell, double Siemens)
{
    /// <summary>How one is typed, for a message.</summary>
    public const string Form = "a cell and a resistance, such as \"0,0=10 kOhm\"";

    /// <summary>The same where an open cell helps as well.</summary>
    public const string FormOrOpen = Form + " or \"0,1=open\"";

    /// <summary>Reads a resistor.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Null where the text is none.</returns>
    public static KnownCell? Resistor(string text) => Parse(text) is { Siemens: > 0 } known ? known : null;

    /// <summary>Reads a resistor or an open cell.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Null where the text is none.</returns>
    public static KnownCell? Parse(string text) =>
        text.Split('=') is [var place, var amount] && CellText.Parse(place) is [{ Count: 1 } block]
        && Conductance(amount) is { } siemens
            ? new KnownCell(block[0], siemens)
            : null;

    private static double? Conductance(string text)
    {
        if (text.Trim() == "open") return 0;
        var isOhms = Quantity.TryParse(text.Replace("Ohm", "ohm", StringComparison.Ordinal), "ohm", out var ohms);
        return isOhms && ohms > 0 && double.IsFinite(ohms) ? 1 / ohms : null;
    }
}
