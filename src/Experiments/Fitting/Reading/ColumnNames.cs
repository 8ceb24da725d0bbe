namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>How columns are called, and in which unit they are.</summary>
internal static class ColumnNames
{
    private static readonly (MeasuredQuantity Quantity, string Unit, string[] Names)[] Known =
    [
        (MeasuredQuantity.Pulse, "", ["pulse", "pulses", "pulse_number", "pulse_count", "pulse_index", "n"]),
        (MeasuredQuantity.Conductance, "S", ["conductance", "g"]),
        (MeasuredQuantity.Resistance, "Ohm", ["resistance", "r"]),
        (MeasuredQuantity.Current, "A", ["current", "read_current", "i"]),
        (MeasuredQuantity.ReadVoltage, "V", ["read_voltage", "v_read", "vread"]),
        (MeasuredQuantity.Direction, "", ["direction", "branch", "polarity"]),
        (MeasuredQuantity.Device, "", ["device", "device_id", "cell"]),
        (MeasuredQuantity.Cycle, "", ["cycle", "cycle_number", "sweep", "repeat"]),
        (MeasuredQuantity.Amplitude, "V", ["amplitude", "pulse_amplitude", "pulse_voltage"]),
        (MeasuredQuantity.Width, "s", ["width", "pulse_width"]),
    ];

    /// <summary>Symbol of the SI unit of a quantity; empty: it has none.</summary>
    /// <param name="quantity">The quantity.</param>
    public static string UnitOf(MeasuredQuantity quantity) => Known[(int)quantity].Unit;

    /// <summary>The usual name of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    public static string Of(MeasuredQuantity quantity) => Known[(int)quantity].Names[0];

    /// <summary>What a header says.</summary>
    /// <param name="header">Such as <c>conductance_uS</c> or <c>Resistance (kOhm)</c>.</param>
    /// <returns>The quantity, or null; and what follows its name, such as <c>uS</c>.</returns>
    public static (MeasuredQuantity? Quantity, string Unit) Read(string header)
    {
        var plain = header.Trim().Replace(' ', '_').Replace('-', '_');
        var found = Known
            .SelectMany(known => known.Names.Select(name => (known.Quantity, known.Unit, Name: name)))
            .Where(known => plain.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase)
                && Fits(known.Unit, plain[known.Name.Length..]))
            .OrderByDescending(known => known.Name.Length).FirstOrDefault();
        return found.Name is null ? (null, "") : (found.Quantity, Bare(plain[found.Name.Length..]));
    }

    // Nothing may follow, or a unit of the quantity; between brackets anything, which is then refused by name.
    private static bool Fits(string unit, string rest) => rest.Length == 0
        || (rest.TrimStart('_') is ['(' or '[', ..])
        || (rest[0] == '_' && unit.Length > 0 && UnitText.Factor(Bare(rest), unit) is not null);

    private static string Bare(string rest) => rest.Trim('_', '(', ')', '[', ']');
}
