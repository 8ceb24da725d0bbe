using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
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
        state.Codes().CopyTo(_codes, 0);
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
        var fired = _potentiation[device] + _depression[device];
        var deviate = NormalDeviates.OfPulse(new RandomNumbers(seed, StreamKind.CycleNoise, layer), device, fired, Normals);
        var pulse = DeviceMath.Fire(Curves, Law, _codes[device], Own(device), !rising, deviate);
        _codes[device] = pulse.Code;
        (pulse.Fired == 0 ? _refused : rising ? _potentiation : _depression)[device]++;
        return pulse.Fired == 1;
    }

    private float WeightOfDevice(int device) => DeviceMath.Weight(
        DeviceMath.Fraction(Curves, Law, _codes[device], Own(device)),
        Law.Middle, _own.Scale?[device] ?? Law.Scale, _own.Offset?[device] ?? 0);

    private Device Own(int device) => _own.Devices?[device] ?? DeviceParameters.Nominal(table);
}
