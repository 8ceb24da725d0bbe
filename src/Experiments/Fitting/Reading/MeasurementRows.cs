using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CrossbarSim.Core.Devices;
using CsvHelper;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Takes the rows of a measured file one by one.</summary>
internal sealed class MeasurementRows(MeasuredColumns columns, MeasurementOptions options, ProblemBook problems)
{
    private static readonly MeasuredQuantity[] PulseKinds = [MeasuredQuantity.Amplitude, MeasuredQuantity.Width];

    private readonly Dictionary<string, DeviceSweeps> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<(DeviceSweeps, string), CycleTrack> _tracks = [];
    private readonly Dictionary<(MeasuredQuantity, bool), PulseSpread> _pulses = [];
    private readonly SameBytes<DeviceSweeps> _device = new();
    private readonly SameBytes<CycleTrack> _track = new();
    private readonly SameBytes<bool?> _direction = new();
    private DeviceSweeps? _tracked;

    /// <summary>The devices, in the order of the file.</summary>
    public IReadOnlyList<DeviceSweeps> Devices => [.. _devices.Values];

    /// <summary>Whether rows say which way their pulse went: amplitudes of one sign do not.</summary>
    public bool HasDirections => columns[MeasuredQuantity.Direction] is not null
        || _devices.Values.Any(device => device.Moments.Any(m => m.IsDepression));

    /// <summary>Pulses that were not alike: quantity, direction, range.</summary>
    public IEnumerable<(MeasuredQuantity Quantity, bool IsDepression, PulseSpread Spread)> UnequalPulses =>
        _pulses.Where(p => p.Value.Differs).Select(p => (p.Key.Item1, p.Key.Item2, p.Value));

    /// <summary>Takes a row.</summary>
    public void Add(CsvReader row)
    {
        if (Pulse(row) is not { } pulse || Siemens(row) is not { } siemens || IsDepression(row) is not { } depression) return;
        foreach (var kind in PulseKinds) NotePulse(row, kind, depression);
        if (Track(row).Add(depression, pulse, siemens) is { } wrong)
            problems.Error("CBS1208", row.LineNumber, columns[MeasuredQuantity.Pulse]!.Header, wrong);
    }

    private int? Pulse(CsvReader row)
    {
        var column = columns[MeasuredQuantity.Pulse]!;
        var field = row.GetSpan(column.Index);
        if (Utf8Parser.TryParse(field, out int whole, out var read) && read == field.Length && whole >= 0)
        {
            if (whole <= DeviceOptions.MostPulses) return whole;
            problems.Error("CBS1217", row.LineNumber, column.Header,
                $"pulse {whole} is beyond {DeviceOptions.MostPulses}, the most of a window");
            return null;
        }

        if (Number(row, column) is not { } number) return null;
        if (number is >= 0 and <= DeviceOptions.MostPulses && number.Equals(Math.Floor(number))) return (int)number;
        problems.Error("CBS1207", row.LineNumber, column.Header, FormattableString.Invariant(
            $"{number} is not a pulse count, a whole number from 0 to {DeviceOptions.MostPulses}")
            + (number is > 0 and < 1 ? "; a position P/N is no count" : ""));
        return null;
    }

    private double? Siemens(CsvReader row)
    {
        if (Number(row, columns[columns.Value]!) is not { } value) return null;
        switch (columns.Value)
        {
            case MeasuredQuantity.Conductance: return value;
            case MeasuredQuantity.Resistance when value <= 0:
                problems.Error("CBS1205", row.LineNumber, columns[columns.Value]!.Header, FormattableString.Invariant(
                    $"{value} Ohm is no resistance: a short or an open line of the instrument?"));
                return null;
            case MeasuredQuantity.Resistance: return 1 / value;
            default: return Voltage(row) is { } voltage ? value / voltage : null;
        }
    }

    private double? Voltage(CsvReader row)
    {
        var column = columns[MeasuredQuantity.ReadVoltage];
        var voltage = column is null ? options.ReadVoltage : Number(row, column);
        if (voltage is not 0) return voltage;
        problems.Error("CBS1205", row.LineNumber, column?.Header ?? "read_voltage", "nothing is read at 0 V");
        return null;
    }

    // No direction: all rows count as rising until the turn is found.
    private bool? IsDepression(CsvReader row)
    {
        if (columns[MeasuredQuantity.Direction] is not { } column) return IsFallingAmplitude(row);
        var field = row.GetSpan(column.Index);
        if (_direction.Is(field)) return _direction.Value;
        if (_direction.Set(field, DirectionWords.IsDepression(field)) is { } known) return known;
        problems.Error("CBS1213", row.LineNumber, column.Header,
            $"'{Encoding.UTF8.GetString(field)}' is no direction: {DirectionWords.Listed}");
        return null;
    }

    private bool? IsFallingAmplitude(CsvReader row)
    {
        if (columns[MeasuredQuantity.Amplitude] is not { } amplitude) return false;
        return Number(row, amplitude) is { } volts ? volts < 0 : null;
    }

    private void NotePulse(CsvReader row, MeasuredQuantity kind, bool depression)
    {
        if (columns[kind] is not { } column || Number(row, column) is not { } value) return;
        if (!_pulses.TryGetValue((kind, depression), out var spread)) _pulses[(kind, depression)] = spread = new PulseSpread();
        spread.Add(value);
    }

    private CycleTrack Track(CsvReader row)
    {
        var device = Device(row);
        var field = columns[MeasuredQuantity.Cycle] is { } column ? row.GetSpan(column.Index) : default;
        if (ReferenceEquals(device, _tracked) && _track.Is(field)) return _track.Value;
        var key = (device, Encoding.UTF8.GetString(field));
        if (!_tracks.TryGetValue(key, out var track))
            _tracks[key] = track = new CycleTrack(device, restarts: columns[MeasuredQuantity.Cycle] is null);
        _tracked = device;
        return _track.Set(field, track);
    }

    private DeviceSweeps Device(CsvReader row)
    {
        var field = columns[MeasuredQuantity.Device] is { } column ? row.GetSpan(column.Index) : default;
        if (_device.Is(field)) return _device.Value;
        var name = Encoding.UTF8.GetString(field);
        if (!_devices.TryGetValue(name, out var device)) _devices[name] = device = new DeviceSweeps(name, row.LineNumber);
        return _device.Set(field, device);
    }

    private double? Number(CsvReader row, MeasuredColumn column)
    {
        var field = row.GetSpan(column.Index);
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            if (double.IsFinite(value)) return value * column.Factor;
            problems.Error("CBS1206", row.LineNumber, column.Header,
                $"{Encoding.UTF8.GetString(field)} is no measurement: remove rows of reads that failed");
            return null;
        }

        var text = Encoding.UTF8.GetString(field);
        problems.Error("CBS1205", row.LineNumber, column.Header, text.Length == 0
            ? "the field is empty"
            : $"'{text}' is not a number{(text.Count(c => c == ',') == 1 ? $" (did you mean {text.Replace(',', '.')}?)" : "")}");
        return null;
    }
}
