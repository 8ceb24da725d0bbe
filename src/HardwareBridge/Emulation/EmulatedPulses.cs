using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Commands that fire pulses, as the firmware does them: checked as a whole, then fired one by one. Mutable.</summary>
/// <param name="array">The devices.</param>
/// <param name="limits">What holds.</param>
internal sealed class EmulatedPulses(SimulatedArray array, EmulatedLimits limits)
{
    private readonly Dictionary<Cell, BoardTotals> _sinceBoot = [];
    private (int Pulses, PulseStop Stop)? _cut;

    /// <summary>Rising pulses since boot.</summary>
    public uint Up { get; private set; }

    /// <summary>Falling pulses since boot.</summary>
    public uint Down { get; private set; }

    /// <summary>Ends the next command early.</summary>
    public void CutNext(int pulses, PulseStop stop) => _cut = (pulses, stop);

    /// <summary>Pulses at single cells.</summary>
    public DeviceAnswer List(PulseListRequest request)
    {
        var pulses = request.Cells.Select(cell =>
            new CellPulse(request.Row + cell.Row, request.Column + cell.Column, cell.Pulses));
        return request.Cells.Any(cell => cell.Pulses == 0)
            ? DeviceAnswer.Nak(NakReason.Format)
            : Fire(request.Waveform, request.Hash, [.. pulses]);
    }

    /// <summary>A block of signs.</summary>
    public DeviceAnswer Block(SignBlockRequest request)
    {
        var count = request.Rows * request.Columns;
        if (request.Rows is 0 or > LinkProtocol.MostSignRows || request.Columns == 0 || request.Signs.Count != (count + 3) / 4)
            return DeviceAnswer.Nak(NakReason.Format);
        var block = new CellBlock(request.Row, request.Column, request.Rows, request.Columns);
        var pulses = new List<CellPulse>();
        for (var k = 0; k < count; k++)
        {
            var code = (request.Signs[k / 4] >> (k % 4 * 2)) & 3;
            if (code == 3) return DeviceAnswer.Nak(NakReason.Format);
            if (!array.Has(block[k])) return DeviceAnswer.Nak(NakReason.Cell);
            if (code != 0) pulses.Add(new CellPulse(block[k].Row, block[k].Column, code == 1 ? 1 : -1));
        }

        return Fire(request.Waveform, request.Hash, pulses);
    }

    /// <summary>Forming of one cell: read, and fire a higher pulse as long as it does not conduct.</summary>
    public DeviceAnswer Form(FormRequest request)
    {
        var cell = new Cell(request.Row, request.Column);
        if (CheckRamp(request, cell) is { } refused) return refused;
        var (fired, last, reading) = (0, 0, Counts(array.Read(cell), request.Unit));
        for (int voltage = request.Start; reading < request.Target && Math.Abs(voltage) <= Math.Abs((int)request.Most);
            voltage += request.Step)
        {
            FireOne(cell, rising: request.Most > 0);
            (fired, last, reading) = (fired + 1, voltage, Counts(array.Read(cell), request.Unit));
        }

        limits.Spend(fired);
        return DeviceAnswer.Of(new FormReply((byte)PulseStop.Done, (ushort)fired, (short)last, reading, Up, Down));
    }

    /// <summary>One pulse of a loop that the firmware runs.</summary>
    public void FireOne(Cell cell, bool rising)
    {
        array.Pulse(cell, rising);
        var before = SinceBoot(cell);
        _sinceBoot[cell] = rising ? before with { Up = before.Up + 1 } : before with { Down = before.Down + 1 };
        (Up, Down) = rising ? (Up + 1, Down) : (Up, Down + 1);
    }

    /// <summary>Checks pulses for cells before the first of them is fired.</summary>
    /// <param name="waveform">Which pulses.</param>
    /// <param name="hash">As the host knows them.</param>
    /// <param name="wanted">Most pulses of each cell.</param>
    public DeviceAnswer? Check(byte waveform, ushort hash, IReadOnlyCollection<(Cell Cell, long Pulses)> wanted)
    {
        var total = wanted.Sum(cell => cell.Pulses);
        if (!limits.Has(waveform, hash)) return DeviceAnswer.Nak(NakReason.Waveform);
        if (wanted.Any(cell => !array.Has(cell.Cell))) return DeviceAnswer.Nak(NakReason.Cell);
        if (total > limits.Now.PulsesPerCall) return DeviceAnswer.Nak(NakReason.PulsesPerCall, limits.Now.PulsesPerCall);
        if (Up + (long)Down + total > limits.Now.TotalPulses)
            return DeviceAnswer.Nak(NakReason.TotalPulses, limits.Now.TotalPulses);
        return wanted.GroupBy(cell => cell.Cell).Any(IsOver)
            ? DeviceAnswer.Nak(NakReason.CellBudget, limits.Now.PulsesPerCell)
            : limits.CheckRate();
    }

    /// <summary>Pulses of a cell since boot.</summary>
    public BoardTotals SinceBoot(Cell cell) => _sinceBoot.GetValueOrDefault(cell);

    /// <summary>A conductance as counts.</summary>
    public static ushort Counts(double siemens, float unit) =>
        (ushort)Math.Min(Math.Round(siemens / unit), LinkProtocol.BeyondRange);

    private DeviceAnswer? CheckRamp(FormRequest request, Cell cell)
    {
        if (request.Compliance == 0 || !(request.Unit > 0) || request.Step * request.Most <= 0
            || request.Start * request.Most <= 0 || Math.Abs((int)request.Start) > Math.Abs((int)request.Most))
            return DeviceAnswer.Nak(NakReason.Format);
        if (!array.Has(cell)) return DeviceAnswer.Nak(NakReason.Cell);
        var pulses = (request.Most - request.Start) / request.Step + 1;
        if (pulses > limits.Now.PulsesPerCall) return DeviceAnswer.Nak(NakReason.PulsesPerCall, limits.Now.PulsesPerCall);
        return limits.CheckPulse(request.Most, request.Width, request.Compliance) ?? limits.CheckRate();
    }

    private bool IsOver(IGrouping<Cell, (Cell Cell, long Pulses)> wanted) =>
        SinceBoot(wanted.Key).Up + SinceBoot(wanted.Key).Down + wanted.Sum(cell => cell.Pulses) > limits.Now.PulsesPerCell;

    private DeviceAnswer Fire(byte waveform, ushort hash, List<CellPulse> pulses)
    {
        if (Check(waveform, hash, [.. pulses.Select(pulse => (pulse.Cell, Math.Abs((long)pulse.Count)))]) is { } refused)
            return refused;
        var (up, down) = (Up, Down);
        var (left, stop) = _cut ?? (int.MaxValue, PulseStop.Done);
        _cut = null;
        foreach (var pulse in pulses)
            for (var k = 0; k < Math.Abs(pulse.Count) && left > 0; k++, left--) FireOne(pulse.Cell, pulse.Count > 0);
        limits.Spend(Up - up + (Down - down));
        return DeviceAnswer.Of(new FiredReply((ushort)(Up - up), (ushort)(Down - down), (byte)stop, Up, Down));
    }
}
