using System.Globalization;
using System.Text;
using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>
/// A small tester that speaks lines: <c>ID</c>, <c>SELECT row column</c>, <c>PULSE volts ms count gap</c>,
/// <c>READ volts settle samples interval</c> and <c>OFF</c>; answers of many lines end with <c>END</c>.
/// Mutable; safe from any thread.
/// </summary>
/// <param name="options">What it is.</param>
public sealed class TextEmulator(EmulatorOptions options) : IEmulatedInstrument
{
    private const int MostSamples = 10_000;

    private readonly Lock _gate = new();
    private Cell _cell;

    /// <inheritdoc/>
    public SimulatedArray Array { get; } = new(options);

    /// <inheritdoc/>
    public void Reboot()
    {
        lock (_gate) _cell = default;
    }

    /// <inheritdoc/>
    public byte[] Accept(string line)
    {
        lock (_gate) return Encoding.ASCII.GetBytes(string.Concat(Answer(line.Split(' ')).Select(each => each + "\r\n")));
    }

    private IEnumerable<string> Answer(string[] words) => words switch
    {
        ["ID"] => [FormattableString.Invariant($"MEMTEST 1 {options.Serial}")],
        ["OFF"] => ["OK"],
        ["SELECT", var row, var column] => Select(row, column),
        ["PULSE", var volts, var width, var count, _] => Pulse(Value(volts), Value(width), Value(count)),
        ["READ", var volts, _, var samples, _] => Read(Value(volts), Value(samples)),
        _ => ["ERR unknown command"],
    };

    private string[] Select(string row, string column)
    {
        if (Value(row) is not { } r || Value(column) is not { } c || !Array.Has(new Cell((int)r, (int)c)))
            return ["ERR no such cell"];
        _cell = new Cell((int)r, (int)c);
        return ["OK"];
    }

    private string[] Pulse(double? volts, double? width, double? count)
    {
        if (volts is not { } v || width is not > 0 || count is not 1) return ["ERR arguments"];
        if (Math.Abs(v) >= options.WriteVoltage) Array.Pulse(_cell, v > 0);
        return [Measured(v), "END"];
    }

    private IEnumerable<string> Read(double? volts, double? samples) =>
        volts is not { } v || samples is not (>= 1 and <= MostSamples) ? ["ERR arguments"] :
        [.. Enumerable.Range(0, (int)samples).Select(_ => Measured(v)), "END"];

    private string Measured(double volts) => string.Create(
        CultureInfo.InvariantCulture, $"{volts:0.######} {volts * Array.Read(_cell):0.########e+0}");

    private static double? Value(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value : null;
}
