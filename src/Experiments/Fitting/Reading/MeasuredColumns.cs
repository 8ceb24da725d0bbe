namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Which column holds what.</summary>
internal sealed class MeasuredColumns
{
    private static readonly MeasuredQuantity[] Values =
        [MeasuredQuantity.Conductance, MeasuredQuantity.Resistance, MeasuredQuantity.Current];

    private readonly Dictionary<MeasuredQuantity, MeasuredColumn> _columns = [];
    private readonly MeasurementOptions _options;
    private readonly ProblemBook _problems;

    /// <summary>Reads a header; what is wrong with it goes to the problems.</summary>
    public MeasuredColumns(IReadOnlyList<string> header, MeasurementOptions options, ProblemBook problems)
    {
        (_options, _problems) = (options, problems);
        foreach (var (quantity, name) in options.Columns) Given(header, quantity, name);
        for (var index = 0; index < header.Count; index++)
            if (!options.Columns.Values.Contains(header[index])) Found(header[index], index);
        Require(header);
    }

    /// <summary>The column of a quantity, or null.</summary>
    public MeasuredColumn? this[MeasuredQuantity quantity] => _columns.GetValueOrDefault(quantity);

    /// <summary>The quantity that conductances come from.</summary>
    public MeasuredQuantity Value { get; private set; }

    private void Given(IReadOnlyList<string> header, MeasuredQuantity quantity, string name)
    {
        var index = header.ToList().IndexOf(name);
        if (index < 0)
            _problems.Error("CBS1202", 1, ColumnNames.Of(quantity), $"there is no column '{name}'; there are {Listed(header)}");
        else
            Add(quantity, index, name, ColumnNames.Read(name) is var read && read.Quantity == quantity ? read.Unit : "");
    }

    private void Found(string header, int index)
    {
        if (ColumnNames.Read(header) is not ({ } quantity, var unit) || _options.Columns.ContainsKey(quantity)) return;
        if (_columns.TryGetValue(quantity, out var other))
            _problems.Error("CBS1203", 1, header, $"'{other.Header}' is a {ColumnNames.Of(quantity)} too: choose one with "
                + $"--column {ColumnNames.Of(quantity)}=HEADER");
        else Add(quantity, index, header, unit);
    }

    private void Add(MeasuredQuantity quantity, int index, string header, string unit)
    {
        var text = _options.Units.GetValueOrDefault(quantity, unit);
        var factor = text.Length == 0 ? 1 : UnitText.Factor(text, ColumnNames.UnitOf(quantity));
        if (factor is null)
            _problems.Error("CBS1204", 1, header, ColumnNames.UnitOf(quantity) is { Length: > 0 } si
                ? $"'{text}' is not a unit of {ColumnNames.Of(quantity)}, such as {si}, m{si} or u{si}"
                : $"a {ColumnNames.Of(quantity)} has no unit, but '{text}' is given");
        _columns[quantity] = new MeasuredColumn(index, header, factor ?? 1, text);
    }

    private void Require(IReadOnlyList<string> header)
    {
        if (this[MeasuredQuantity.Pulse] is null)
            _problems.Error("CBS1201", 1, "pulse",
                $"no column is called so; name one with --column pulse=HEADER: {Listed(header)}");
        var present = Values.Where(_columns.ContainsKey).ToList();
        if (present.Count == 0)
            _problems.Error("CBS1201", 1, "conductance",
                $"there is no conductance, resistance or current; name one with --column conductance=HEADER: {Listed(header)}");
        else Choose(present);
    }

    // A file with the current and what was computed from it needs no decision; two measurements do.
    private void Choose(List<MeasuredQuantity> present)
    {
        Value = present.Where(_options.Columns.ContainsKey).DefaultIfEmpty(present[0]).First();
        if (Value == MeasuredQuantity.Current && this[MeasuredQuantity.ReadVoltage] is null && _options.ReadVoltage is null)
            _problems.Error("CBS1212", 1, this[Value]!.Header,
                "a current without the voltage it was read at: add a column read_voltage, or give --read-voltage \"0.1 V\"");
    }

    private static string Listed(IReadOnlyList<string> header) => string.Join(", ", header.Select(name => $"'{name}'"));
}
