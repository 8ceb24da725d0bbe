using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Arithmetic;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>The devices of one layer in the float contract, one after the other.</summary>
internal sealed class ScalarDevices(WeightMapping mapping, LawTable table, ulong seed, int layer, int count)
{
    private static readonly ArrayTable<float> Normals = new(NormalDeviates.Coefficients);

    private readonly DeviceParameters _own = new(mapping, table, seed, layer, count);
    private readonly int[] _codes = new int[count];
    private readonly int[] _potentiation = new int[count];
    private readonly int[] _depression = new int[count];
    private readonly int[] _refused = new int[count];

    public float Granularity => table.Granularity;

    private LawParameters Law => table.Parameters;

    private ArrayTable<long> Curves => new(table.Values);

    private ArrayTable<float> Steps => new(table.Steps);

    private PairUpdate Pair => mapping.Options.Pair;

    public void Write(LayerState state)
    {
        _own.Stuck(state.Codes()).CopyTo(_codes, 0);
        state.PotentiationPulses.CopyTo(_potentiation, 0);
        state.DepressionPulses.CopyTo(_depression, 0);
        state.RefusedPulses.CopyTo(_refused, 0);
    }

    public LayerState Read()
    {
        var state = LayerState.FromCodes(_codes, mapping.HasPositions, !mapping.Law.IsOneCurve);
        _potentiation.CopyTo(state.PotentiationPulses, 0);
        _depression.CopyTo(state.DepressionPulses, 0);
        _refused.CopyTo(state.RefusedPulses, 0);
        return state;
    }

    /// <summary>One weight pulse; whether any device took it.</summary>
    public bool Fire(int cell, bool rising)
    {
        if (mapping.DevicesPerWeight == 1) return FireDevice(cell, rising);
        var (plus, minus) = (2 * cell, 2 * cell + 1);
        if (Pair == PairUpdate.Both) return FireDevice(plus, rising) | FireDevice(minus, !rising);
        return PlusMoves(cell, rising) ? FireDevice(plus, rising) : FireDevice(minus, Pair == PairUpdate.One || !rising);
    }

    public float StepOf(int cell, bool rising)
    {
        if (mapping.DevicesPerWeight == 1) return StepOfDevice(cell, rising);
        var (plus, minus) = (2 * cell, 2 * cell + 1);
        if (Pair == PairUpdate.Both) return WeightMath.StepOfBoth(Steps, Law, _codes[plus], _codes[minus], rising);
        return PlusMoves(cell, rising) ? StepOfDevice(plus, rising) : StepOfDevice(minus, Pair == PairUpdate.One || !rising);
    }

    public float WeightOf(int cell) => mapping.DevicesPerWeight == 1
        ? WeightOfDevice(cell)
        : WeightOfDevice(2 * cell) - WeightOfDevice(2 * cell + 1);

    private bool PlusMoves(int cell, bool rising) => Pair == PairUpdate.One
        ? rising
        : WeightMath.PlusIsBetter(Law, _codes[2 * cell], _codes[2 * cell + 1], rising);

    private float StepOfDevice(int device, bool rising) => WeightMath.Step(Steps, Law, _codes[device], rising);

    private bool FireDevice(int device, bool rising)
    {
        var fired = Fired(device);
        var deviate = Deviate(StreamKind.CycleNoise, device, fired);
        var pulse = DeviceMath.Fire(Curves, Law, _codes[device], Own(device), !rising, deviate, fired);
        _codes[device] = pulse.Code;
        (pulse.Fired == 0 ? _refused : rising ? _potentiation : _depression)[device]++;
        return pulse.Fired == 1;
    }

    private float WeightOfDevice(int device)
    {
        var u = DeviceMath.Fraction(Curves, Law, _codes[device], Own(device));
        if (Law.WriteSigma != 0) u = DeviceMath.Seen(Law, u, Deviate(StreamKind.WriteNoise, device, Fired(device)));
        return DeviceMath.Weight(u, Law.Middle, _own.Scale?[device] ?? Law.Scale, _own.Offset?[device] ?? 0);
    }

    /// <summary>The sum of one bit line with the noise of its read.</summary>
    public float WithReadNoise(float squares, float z, int output, ReadNumbers reads, int place) =>
        Law.ReadSigma == 0 || !reads.AreNoisy ? z : Fused.MultiplyAdd(
            Law.ReadSigma * MathF.Sqrt(squares), Deviate(reads.Kind, output, (int)reads.Of(place)), z);

    private float Deviate(StreamKind kind, int device, int number) =>
        NormalDeviates.OfPulse(new RandomNumbers(seed, kind, layer), device, number, Normals);

    private int Fired(int device) => _potentiation[device] + _depression[device];

    private Device Own(int device) => _own.Devices?[device] ?? DeviceParameters.Nominal(table);
}
