using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>The devices of an emulated board, by the laws of Core, and what was really fired at each. Mutable.</summary>
public sealed class SimulatedArray
{
    private const double ShortSiemens = 1;

    private readonly EmulatorOptions _options;
    private readonly ReferenceDevices _devices;
    private readonly RandomNumbers _noise;
    private readonly uint[] _reads;
    private readonly BoardTotals[] _totals;

    /// <summary>Makes an array with every device at P = 0.</summary>
    public SimulatedArray(EmulatorOptions options)
    {
        var count = options.Rows * options.Columns;
        _options = options;
        _devices = new ReferenceDevices(new WeightMapping(options.Device, new MappingOptions()), count, options.Seed, 0);
        _noise = new RandomNumbers(options.Seed, StreamKind.BoardReading);
        (_reads, _totals) = (new uint[count], new BoardTotals[count]);
    }

    /// <summary>Every pulse that a cell ever got, over all boots: what a journal must agree with.</summary>
    public BoardTotals Fired(Cell cell) => _totals[Index(cell)];

    /// <summary>The same, all cells together.</summary>
    public BoardTotals Totals => new(_totals.Sum(cell => cell.Up), _totals.Sum(cell => cell.Down));

    /// <summary>Whether a cell is in the array.</summary>
    public bool Has(Cell cell) =>
        cell is { Row: >= 0, Column: >= 0 } && cell.Row < _options.Rows && cell.Column < _options.Columns;

    /// <summary>One pulse at a cell. It is fired even where it moves nothing.</summary>
    public void Pulse(Cell cell, bool rising)
    {
        var (index, before) = (Index(cell), Fired(cell));
        _totals[index] = rising ? before with { Up = before.Up + 1 } : before with { Down = before.Down + 1 };
        if (!_options.Stuck.Contains(cell) && !_options.Shorted.Contains(cell)) _devices.Fire(index, rising);
    }

    /// <summary>One reading of a cell, siemens.</summary>
    public double Read(Cell cell)
    {
        var index = Index(cell);
        if (_options.Shorted.Contains(cell)) return ShortSiemens;
        var noise = _options.ReadNoise == 0 ? 0 : _options.ReadNoise * _noise.Normal((uint)index, _reads[index]++);
        return Math.Max(_devices.Conductance(index) * (1 + noise), 0);
    }

    /// <summary>The mean of readings, siemens.</summary>
    public double Read(Cell cell, int samples) => Enumerable.Range(0, samples).Average(_ => Read(cell));

    private int Index(Cell cell) => cell.Row * _options.Columns + cell.Column;
}
