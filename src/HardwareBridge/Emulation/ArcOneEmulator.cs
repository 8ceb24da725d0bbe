using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.ArcOne;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>
/// An ArC ONE as its host programs see it: tokens in, float32 out, nothing framed. A job takes as many tokens as it needs,
/// whatever they were meant for: a lost one shifts the rest, as on the real board. Mutable; safe from any thread.
/// </summary>
/// <param name="options">What it is; a pulse below its write voltage or 90 ns moves nothing and is none.</param>
public sealed class ArcOneEmulator(EmulatorOptions options) : IEmulatedInstrument
{
    private const ushort Major = 1;
    private const ushort Minor = 7;
    private const int MostListed = 1024;
    private const int ListHead = 5;

    private readonly Lock _gate = new();
    private readonly List<string> _job = [];
    private bool _isInitialised;
    private int _samples = 1;
    private Cell _selected;

    /// <inheritdoc/>
    public SimulatedArray Array { get; } = new(options);

    /// <summary>Whether it says its version, as newer firmware does.</summary>
    public bool KnowsVersion { get; init; } = true;

    /// <inheritdoc/>
    public void Reboot()
    {
        lock (_gate)
        {
            _job.Clear();
            _isInitialised = false;
        }
    }

    /// <inheritdoc/>
    public byte[] Accept(string line)
    {
        lock (_gate)
        {
            _job.Add(line.Trim());
            return IsList ? List() : _job.Count > Arguments(_job) ? Run() : [];
        }
    }

    private bool IsList => _isInitialised && _job.Count >= 2 && _job[0] == ArcOneText.ReadMany && Number(_job[1]) == 2;

    // Known jobs wait for their arguments; a token that is no job is dropped.
    private int Arguments(List<string> job) => job[0] switch
    {
        ArcOneText.Initialise => 7,
        _ when !_isInitialised => 0,
        ArcOneText.ReadMode or ArcOneText.Select or ArcOneText.Pulse or ArcOneText.ReadOne => 2,
        ArcOneText.ReadMany => 3,
        ArcOneText.PulseRead => 4,
        _ => 0,
    };

    private byte[] List()
    {
        if (_job.Count < ListHead) return [];
        var cells = Math.Clamp(Number(_job[ListHead - 1]), 0, MostListed);
        var named = (_job.Count - ListHead) / 2;
        var answers = named > 0 && (_job.Count - ListHead) % 2 == 0;
        byte[] answer = answers ? Read(CellOf(_job.Count - 2)) : [];
        if (named >= cells) _job.Clear();
        return answer;
    }

    private byte[] Run()
    {
        var job = _job[0];
        byte[] answer = job switch
        {
            ArcOneText.Reset => Restart(),
            ArcOneText.Initialise => Initialise(),
            _ when !_isInitialised => [],
            ArcOneText.Select => Select(),
            ArcOneText.Pulse => Fire(_selected, 1),
            ArcOneText.ReadOne => Read(CellOf(1)),
            ArcOneText.ReadMany => ReadAll(),
            ArcOneText.PulseRead => [.. Fire(CellOf(1), 3), .. Read(CellOf(1))],
            ArcOneText.Version when KnowsVersion => [.. BitConverter.GetBytes(Major), .. BitConverter.GetBytes(Minor)],
            _ => [],
        };
        _job.Clear();
        return answer;
    }

    private byte[] Restart()
    {
        _isInitialised = false;
        return [];
    }

    private byte[] Initialise()
    {
        _samples = Number(_job[1]);
        _isInitialised = _samples > 0 && Number(_job[2]) is > 0 and <= ArcOneInstrument.Lines
            && Number(_job[3]) is > 0 and <= ArcOneInstrument.Lines;
        return _isInitialised ? "1\n"u8.ToArray() : "0\n"u8.ToArray();
    }

    private byte[] Select()
    {
        _selected = CellOf(1);
        return [];
    }

    private byte[] ReadAll()
    {
        if (Number(_job[1]) != 1) return [];
        var rows = Math.Clamp(Number(_job[2]), 0, ArcOneInstrument.Lines);
        var columns = Math.Clamp(Number(_job[3]), 0, ArcOneInstrument.Lines);
        return [.. Enumerable.Range(0, rows * columns).SelectMany(k => Read(new Cell(k / columns, k % columns)))];
    }

    private byte[] Read(Cell cell) => BitConverter.GetBytes(
        Array.Has(cell) ? (float)(1 / Array.Read(cell, _samples)) : float.PositiveInfinity);

    private byte[] Fire(Cell cell, int at)
    {
        var (volts, seconds) = (Value(_job[at]), Value(_job[at + 1]));
        if (Array.Has(cell) && Math.Abs(volts) >= options.WriteVoltage && seconds >= ArcOneInstrument.ShortestWidth)
            Array.Pulse(cell, volts > 0);
        return [];
    }

    private Cell CellOf(int at) => new(Number(_job[at]) - 1, Number(_job[at + 1]) - 1);

    private static int Number(string token) => (int)Math.Clamp(Value(token), int.MinValue / 2, int.MaxValue / 2);

    // As C reads numbers: what is none is 0.
    private static double Value(string token) =>
        double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value : 0;
}
