using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// The devices of one layer in all replicas, kept on the accelerator: 16 bytes each, and what they have of their own.
/// </summary>
internal sealed class DeviceBuffers
{
    private readonly int _count;
    private readonly LayerLaws _laws;
    private readonly FlatBuffer<int> _codes;
    private readonly FlatBuffer<int> _potentiation;
    private readonly FlatBuffer<int> _depression;
    private readonly FlatBuffer<int> _refused;
    private readonly OwnBuffers _own;

    /// <summary>Allocates the devices of a layer, all at P = 0.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="plan">Network and replicas.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="tables">Tabulated laws.</param>
    /// <param name="normals">Coefficients of the normal deviates.</param>
    public DeviceBuffers(
        AcceleratorMemory memory, EnginePlan plan, int layer, LawTables tables, FlatBuffer<float> normals)
    {
        _count = plan.Devices(layer);
        var all = checked(_count * plan.Replicas.Count);
        _laws = new LayerLaws(memory, plan, layer, tables);
        _codes = memory.Zeros<int>(all);
        _potentiation = memory.Zeros<int>(all);
        _depression = memory.Zeros<int>(all);
        _refused = memory.Zeros<int>(all);
        _own = new OwnBuffers(memory, plan, layer, tables);
        HasReadNoise = _laws.Tables.Any(table => table.Parameters.ReadSigma > 0);
        Arrays = new DeviceArrays
        {
            Laws = _laws.Laws,
            Curves = _laws.Curves,
            Steps = _laws.Steps,
            Normals = normals.View,
            Codes = _codes.View,
            Potentiation = _potentiation.View,
            Depression = _depression.View,
            Refused = _refused.View,
            Own = _own.Devices.View,
            Scale = _own.Scale.View,
            Offset = _own.Offset.View,
            HasOwn = _own.HasDevices ? 1 : 0,
            HasWindows = _own.HasWindows ? 1 : 0,
            Cells = plan.Network.Layers[layer].Weights,
            Layer = layer,
            Kind = KindOf(plan.Mappings[layer]),
        };
    }

    /// <summary>The devices as kernels take them.</summary>
    public DeviceArrays Arrays { get; }

    /// <summary>Whether reading the devices of any replica is noisy.</summary>
    public bool HasReadNoise { get; }

    /// <summary>Devices of one replica.</summary>
    public int Count => _count;

    /// <summary>The law of a replica.</summary>
    public LawTable Law(int replica) => _laws.Tables[replica];

    /// <summary>Sets states and accounts of a replica.</summary>
    /// <exception cref="ArgumentException">The number of devices differs, or a state is none of the law.</exception>
    public void Write(int replica, LayerState state)
    {
        if (state.Pulses.Length != _count)
            throw new ArgumentException($"{state.Pulses.Length} devices given, {_count} expected", nameof(state));
        var codes = Checked(state.Codes(), Law(replica).Parameters);
        _codes.Write(_own.Stuck(replica, codes), replica * _count);
        _potentiation.Write(state.PotentiationPulses, replica * _count);
        _depression.Write(state.DepressionPulses, replica * _count);
        _refused.Write(state.RefusedPulses, replica * _count);
    }

    /// <summary>Copies states and accounts of a replica; no weights.</summary>
    public LayerState Read(int replica)
    {
        var law = Law(replica).Parameters;
        var accounts = new LayerState(0)
        {
            PotentiationPulses = _potentiation.Read(replica * _count, _count),
            DepressionPulses = _depression.Read(replica * _count, _count),
            RefusedPulses = _refused.Read(replica * _count, _count),
        };
        var codes = _codes.Read(replica * _count, _count);
        return LayerState.FromCodes(codes, law.Whole == 0, law.OneCurve == 0).WithAccounts(accounts);
    }

    private static WeightDevices KindOf(WeightMapping mapping) => mapping.DevicesPerWeight == 1
        ? WeightDevices.Single
        : mapping.Options.Pair switch
        {
            PairUpdate.One => WeightDevices.One,
            PairUpdate.Better => WeightDevices.Better,
            _ => WeightDevices.Both,
        };

    // A kernel does not check its indices: a state outside the table would read foreign memory.
    private static int[] Checked(int[] codes, LawParameters law)
    {
        for (var device = 0; device < codes.Length; device++)
        {
            // A one-curve device has no branch.
            if (law.OneCurve == 1) codes[device] = DevicePosition.Position(codes[device]);
            var branch = law.Branch(DevicePosition.IsDepression(codes[device]));
            if (DevicePosition.Position(codes[device]) > branch.End)
                throw new ArgumentException($"a P is outside 0 .. {branch.Pulses}", nameof(codes));
            if (law.Whole == 1 && (codes[device] & (DevicePosition.One - 1)) != 0)
                throw new ArgumentException(
                    "a device stands between whole pulses, where its law has no state", nameof(codes));
        }

        return codes;
    }
}
