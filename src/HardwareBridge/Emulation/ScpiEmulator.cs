using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>
/// A source-measure unit of the Keithley 2400 family with a switch matrix, as far as pulses and reads need it: one READ? is
/// output on, the source delay, a measurement, output off. Mutable; safe from any thread.
/// </summary>
/// <param name="options">What it is.</param>
public sealed partial class ScpiEmulator(EmulatorOptions options) : IEmulatedInstrument
{
    private const double MostVolts = 210;
    private const double MostAmperes = 1.05;
    private const int InCompliance = 8;

    private readonly Lock _gate = new();
    private readonly Queue<string> _errors = new();
    private readonly HashSet<Cell> _closed = [];
    private double _volts;
    private double _delay;
    private double _compliance = 1e-4;
    private bool _isAuto;

    /// <inheritdoc/>
    public SimulatedArray Array { get; } = new(options);

    /// <summary>What it says that it is.</summary>
    public string Model { get; init; } = "MODEL 2400";

    /// <summary>Whether a switch matrix is connected; without it, the only cell is 0,0.</summary>
    public bool HasMatrix { get; init; } = true;

    /// <summary>Whether the output is on and stays so.</summary>
    public bool IsOutputOn { get; private set; }

    /// <inheritdoc/>
    public void Reboot()
    {
        lock (_gate) Reset();
    }

    /// <inheritdoc/>
    public byte[] Accept(string line)
    {
        lock (_gate) return Encoding.ASCII.GetBytes(Answer(line) is { } answer ? answer + "\n" : "");
    }

    private string? Answer(string line)
    {
        var parts = line.Trim().TrimStart(':').Split(' ', 2);
        var argument = parts.Length > 1 ? parts[1].Trim() : "";
        switch (Short(parts[0]))
        {
            case "*IDN?": return FormattableString.Invariant($"KEITHLEY INSTRUMENTS INC.,{Model},{options.Serial},C30");
            case "*OPC?": return "1";
            case "SYST:ERR?": return _errors.TryDequeue(out var error) ? error : "0,\"No error\"";
            case "SOUR:VOLT?": return Text(_volts);
            case "SOUR:DEL?": return Text(_delay);
            case "SENS:CURR:PROT?": return Text(_compliance);
            case "ROUT:CLOS?":
                return $"(@{string.Join(',', _closed.Select(Crosspoint))})";
            case "READ?": return Measure();
            default:
                Set(Short(parts[0]), argument);
                return null;
        }
    }

    private void Set(string header, string argument)
    {
        switch (header)
        {
            case "*RST": Reset(); break;
            case "*CLS": _errors.Clear(); break;
            case "OUTP": IsOutputOn = argument is "ON" or "1"; break;
            case "SOUR:CLE:AUTO": _isAuto = argument is "ON" or "1"; break;
            case "SOUR:VOLT" when Number(argument, MostVolts) is { } volts: _volts = volts; break;
            case "SENS:CURR:PROT" when Number(argument, MostAmperes) is { } amperes: _compliance = amperes; break;
            case "SOUR:DEL" when Number(argument, 1e4) is { } seconds: _delay = seconds; break;
            case "ROUT:OPEN:ALL": _closed.Clear(); break;
            case "ROUT:CLOS": Close(argument); break;
            case "SOUR:FUNC" or "SENS:FUNC" or "FORM:ELEM" or "SYST:RSEN" or "SENS:CURR:NPLC" or "SYST:BEEP:STAT": break;
            case "SOUR:VOLT" or "SENS:CURR:PROT" or "SOUR:DEL":
                _errors.Enqueue("-222,\"Parameter data out of range\"");
                break;
            default: _errors.Enqueue("-113,\"Undefined header\""); break;
        }
    }

    private void Close(string argument)
    {
        var match = CrosspointText().Match(argument);
        if (!match.Success || !HasMatrix) _errors.Enqueue("-222,\"Parameter data out of range\"");
        else _closed.Add(new Cell(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1,
            int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) - 1));
    }

    private string Measure()
    {
        if (!_isAuto && !IsOutputOn) _errors.Enqueue("803,\"Not permitted with OUTPUT off\"");
        Cell? cell = !HasMatrix ? default(Cell) : _closed.Count == 1 ? _closed.First() : null;
        if (cell is not { } one || !Array.Has(one) || (!_isAuto && !IsOutputOn)) return Reading(0, 0);
        if (Math.Abs(_volts) >= options.WriteVoltage) Array.Pulse(one, _volts > 0);
        var amperes = _volts * Array.Read(one);
        return Math.Abs(amperes) <= _compliance ? Reading(amperes, 0) : Reading(Math.Sign(_volts) * _compliance, InCompliance);
    }

    private string Reading(double amperes, int status) => string.Create(CultureInfo.InvariantCulture,
        $"{_volts:+0.000000E+00;-0.000000E+00},{amperes:+0.00000000E+00;-0.00000000E+00},+9.910000E+37,+0.000000E+00,{status}");

    private void Reset()
    {
        (_volts, _compliance, _isAuto, IsOutputOn) = (0, 1e-4, false, false);
        _closed.Clear();
    }

    private static string Crosspoint(Cell cell) => FormattableString.Invariant($"{cell.Row + 1}!{cell.Column + 1}");

    private static string Text(double value) => value.ToString("+0.000000E+00;-0.000000E+00", CultureInfo.InvariantCulture);

    private static double? Number(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most
            ? value : null;

    // A long keyword is its first four letters, or three where the fourth is a vowel (SCPI-99, 6.2.1).
    private static string Short(string header) => string.Join(':', header.ToUpperInvariant().Split(':').Select(word =>
        Keyword().Replace(word, match => match.Length <= 4 ? match.Value
            : "AEIOU".Contains(match.Value[3], StringComparison.Ordinal) ? match.Value[..3] : match.Value[..4])));

    [GeneratedRegex("^[A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^\(@0*(\d{1,4})!0*(\d{1,4})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex CrosspointText();
}
