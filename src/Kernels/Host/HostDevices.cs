using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>The devices of one layer on the CPU: states, accounts, and the pulses that are fired at them.</summary>
internal sealed class HostDevices
{
    private static readonly HostTable<float> Normals = new(NormalDeviates.Coefficients);

    private readonly PaddedRows _rows;
    private readonly WeightMapping _mapping;
    private readonly LawParameters _law;
    private readonly HostTable<long> _curves;
    private readonly HostTable<float> _steps;
    private readonly DeviceParameters _own;
    private readonly Device _nominal;
    private readonly RandomNumbers _noise;
    private readonly RandomNumbers _writeNoise;
    private readonly float[]? _weights;
    private readonly PulseLanes? _lanes;

    /// <param name="rows">Layout of the layer.</param>
    /// <param name="mapping">The nominal device and its weights.</param>
    /// <param name="table">Its law.</param>
    /// <param name="seed">Seed of the replica.</param>
    /// <param name="layer">Layer, from 0.</param>
    public HostDevices(PaddedRows rows, WeightMapping mapping, LawTable table, ulong seed, int layer)
    {
        (_rows, _mapping, _law) = (rows, mapping, table.Parameters);
        (_curves, _steps) = (new(table.Values), new(table.Steps));
        _own = new DeviceParameters(mapping, table, seed, layer, rows.Cells * mapping.DevicesPerWeight);
        _nominal = DeviceParameters.Nominal(table);
        _noise = new RandomNumbers(seed, StreamKind.CycleNoise, layer);
        _writeNoise = new RandomNumbers(seed, StreamKind.WriteNoise, layer);
        Planes = [.. Enumerable.Range(0, mapping.DevicesPerWeight).Select(_ => new DevicePlane(rows))];
        Granularity = table.Granularity;
        if (Planes.Length == 1 && table.Steps.Min().Equals(table.Steps.Max())) EqualStep = table.Steps[0];
        if (_law is { Whole: 1, WriteSigma: 0 } && _own is { Devices: null, Scale: null })
            _weights = [.. Enumerable.Range(0, _law.Up.Pulses + 1)
                .Select(p => WeightOf(Fraction(p << DevicePosition.Bits, _nominal), _law.Scale, 0))];
        if (Planes.Length == 1 && _own.Devices is null && PulseLanes.Fits(_law)) _lanes = new PulseLanes(_law, _noise);
    }

    /// <summary>One plane, or two: plus and minus.</summary>
    public DevicePlane[] Planes { get; }

    /// <summary>The step of every pulse at every weight, in weights; null where they differ.</summary>
    public float? EqualStep { get; }

    /// <summary>The nominal step in the middle of the window, in weights.</summary>
    public float Granularity { get; }

    /// <summary>The weight of the devices at a place.</summary>
    public float WeightOf(int at) =>
        Planes.Length == 1 ? WeightOf(0, at) : WeightOf(0, at) - WeightOf(1, at);

    /// <summary>Fires one weight pulse.</summary>
    /// <returns>Whether any device took it.</returns>
    public bool Fire(int at, bool rising)
    {
        if (Planes.Length == 1) return Fire(0, at, rising);
        if (_mapping.Options.Pair != PairUpdate.Both) return FireOne(at, rising);
        var plus = Fire(0, at, rising);
        return Fire(1, at, !rising) || plus;
    }

    /// <summary>Fires several weight pulses in one direction at each of sixteen neighbours, one after another.</summary>
    /// <param name="at">Place of the first.</param>
    /// <param name="counts">Pulses for each, at least 0; 0 in the padding.</param>
    /// <param name="rising">All bits set where they rise.</param>
    public void Fire(int at, Vector512<int> counts, Vector512<int> rising)
    {
        if (_lanes is { } lanes)
        {
            lanes.Fire(Planes[0], at, DeviceAt(0, at), counts, rising);
            return;
        }

        for (var lane = 0; lane < Lanes.Width; lane++)
            for (var pulse = 0; pulse < counts[lane]; pulse++)
                Fire(at + lane, rising[lane] != 0);
    }

    /// <summary>The step of a weight pulse as the nominal law has it, in weights.</summary>
    public float StepOf(int at, bool rising)
    {
        if (Planes.Length == 1) return Step(0, at, rising);
        if (_mapping.Options.Pair != PairUpdate.Both)
            return PlusMoves(at, rising) ? Step(0, at, rising) : Step(1, at, _mapping.Options.Pair == PairUpdate.One || !rising);
        return WeightMath.StepOfBoth(_steps, _law, Code(0, at), Code(1, at), rising);
    }

    /// <summary>Takes a copy of a state.</summary>
    public void Write(LayerState state)
    {
        var codes = state.Codes();
        if (_law.OneCurve == 1) codes = Array.ConvertAll(codes, DevicePosition.Position);
        _own.Stuck(codes);
        for (var part = 0; part < Planes.Length; part++) Planes[part].Write(state, codes, part, Planes.Length);
    }

    /// <summary>A copy of the state; no weights.</summary>
    public LayerState Read()
    {
        var codes = new int[_rows.Cells * Planes.Length];
        var accounts = new LayerState(codes.Length);
        for (var part = 0; part < Planes.Length; part++) Planes[part].Read(accounts, codes, part, Planes.Length);
        return LayerState.FromCodes(codes, _law.Whole == 0, _law.OneCurve == 0).WithAccounts(accounts);
    }

    /// <summary>Sums the accounts of all devices.</summary>
    public PulseTotals Totals() => Planes.Aggregate(default(PulseTotals), (sum, plane) => sum + plane.Totals());

    private bool FireOne(int at, bool rising) => PlusMoves(at, rising)
        ? Fire(0, at, rising)
        : Fire(1, at, _mapping.Options.Pair == PairUpdate.One || !rising);

    private bool PlusMoves(int at, bool rising) => _mapping.Options.Pair == PairUpdate.One
        ? rising
        : WeightMath.PlusIsBetter(_law, Code(0, at), Code(1, at), rising);

    private float Step(int part, int at, bool rising) => WeightMath.Step(_steps, _law, Code(part, at), rising);

    private int Code(int part, int at) => Planes[part].Codes.At(at);

    private bool Fire(int part, int at, bool rising)
    {
        var plane = Planes[part];
        ref var code = ref plane.Codes.At(at);
        var pulse = _weights is null ? FireAny(plane, part, at, code, rising) : FireWhole(code, rising);
        code = pulse.Code;
        if (pulse.Fired == 0) plane.Refused.At(at)++;
        else if (rising) plane.Potentiation.At(at)++;
        else plane.Depression.At(at)++;
        return pulse.Fired == 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FiredPulse FireWhole(int code, bool rising)
    {
        var next = code + (rising ? DevicePosition.One : -DevicePosition.One);
        return (uint)next <= (uint)_law.Up.End ? new FiredPulse(next, 1) : new FiredPulse(code, 0);
    }

    private FiredPulse FireAny(DevicePlane plane, int part, int at, int code, bool rising)
    {
        var device = DeviceAt(part, at);
        var before = plane.Potentiation.At(at) + plane.Depression.At(at);
        var deviate = _law.Noise == NoiseKind.None ? 0f : NormalDeviates.OfPulse(_noise, device, before, Normals);
        return DeviceMath.Fire(_curves, _law, code, OwnOf(device), !rising, deviate, before);
    }

    private Device OwnOf(int device) => _own.Devices is { } own ? own[device] : _nominal;

    private int DeviceAt(int part, int at) => _rows.Cell(at) * Planes.Length + part;

    private float WeightOf(int part, int at)
    {
        var code = Planes[part].Codes.At(at);
        return _weights is not null ? _weights[code >> DevicePosition.Bits] : WeightOfAny(part, at, code);
    }

    private float WeightOfAny(int part, int at, int code)
    {
        var device = DeviceAt(part, at);
        var u = Fraction(code, OwnOf(device));
        if (_law.WriteSigma != 0) u = DeviceMath.Seen(_law, u, WriteDeviate(Planes[part], at, device));
        return WeightOf(u,
            _own.Scale is { } scale ? scale[device] : _law.Scale, _own.Offset is { } offset ? offset[device] : 0);
    }

    private float WriteDeviate(DevicePlane plane, int at, int device) => NormalDeviates.OfPulse(
        _writeNoise, device, plane.Potentiation.At(at) + plane.Depression.At(at), Normals);

    private long Fraction(int code, Device device) => DeviceMath.Fraction(_curves, _law, code, device);

    private float WeightOf(long fraction, float scale, float offset) =>
        DeviceMath.Weight(fraction, _law.Middle, scale, offset);
}
