using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// One layer of all replicas on an accelerator: devices, weights, and what rules remember. A weight takes 8 bytes
/// besides its devices', 12 with an accumulator: 28 in all for one device, so that 256 replicas of 784-128-10 take
/// 730 MB.
/// </summary>
internal sealed class AcceleratorLayer
{
    private readonly FlatBuffer<float> _weights;
    private readonly FlatBuffer<float> _before;
    private readonly ReplicaFloats _first;
    private readonly ReplicaFloats _second;
    private readonly ReplicaFloats _accumulators;
    private readonly long?[] _momentSteps;
    private readonly bool[] _accumulates;

    /// <summary>Allocates a layer with all devices at P = 0; weights are set by <see cref="Write"/>.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="plan">Network and replicas.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="tables">Tabulated laws.</param>
    /// <param name="normals">Coefficients of the normal deviates.</param>
    public AcceleratorLayer(
        AcceleratorMemory memory, EnginePlan plan, int layer, LawTables tables, FlatBuffer<float> normals)
    {
        (Size, Replicas) = (LayerSize.Of(plan.Network.Layers[layer], 0), plan.Replicas.Count);
        Devices = new DeviceBuffers(memory, plan, layer, tables, normals);
        _weights = memory.Zeros<float>(checked(Replicas * Size.Slots));
        _before = memory.Zeros<float>(Replicas * Size.Slots);
        _first = new ReplicaFloats(memory, Replicas, Size);
        _second = new ReplicaFloats(memory, Replicas, Size);
        _accumulators = new ReplicaFloats(memory, Replicas, Size);
        (_momentSteps, _accumulates) = (new long?[Replicas], new bool[Replicas]);
    }

    /// <summary>Size, without a batch.</summary>
    public LayerSize Size { get; }

    /// <summary>Weights of a replica.</summary>
    public int Cells => Size.Cells;

    /// <summary>Replicas.</summary>
    public int Replicas { get; }

    /// <summary>The devices behind the weights.</summary>
    public DeviceBuffers Devices { get; }

    /// <summary>Weights [replicas x rows x stride].</summary>
    public ArrayView<float> Weights => _weights.View;

    /// <summary>The weights when devices were last written or fired, as many.</summary>
    public ArrayView<float> Before => _before.View;

    /// <summary>First moments of Adam, as many; from now on they exist.</summary>
    public ArrayView<float> FirstMoments => _first.Used().View;

    /// <summary>Second moments of Adam, as many.</summary>
    public ArrayView<float> SecondMoments => _second.Used().View;

    /// <summary>Accumulators, as many; from now on every replica has them.</summary>
    public ArrayView<float> Accumulators()
    {
        Array.Fill(_accumulates, true);
        return _accumulators.Used().View;
    }

    /// <summary>Counts a step of Adam of a replica.</summary>
    /// <returns>t: 1 for the first step.</returns>
    public long NextMomentStep(int replica)
    {
        var step = (_momentSteps[replica] ?? 0) + 1;
        _momentSteps[replica] = step;
        return step;
    }

    /// <summary>Sets devices and weights of a replica.</summary>
    /// <param name="replica">Replica, from 0.</param>
    /// <param name="state">The state.</param>
    /// <param name="kernels">Take weights from devices.</param>
    public void Write(int replica, LayerState state, KernelLoader kernels)
    {
        if (state.Weights is { } given && given.Length != Cells)
            throw new ArgumentException($"{given.Length} weights given, {Cells} expected", nameof(state));
        Devices.Write(replica, state);
        if (state.Weights is { } weights)
            _weights.Write(RowPadding.With(Floats(weights)!, Size.Stride, Size.Outputs), replica * Size.Slots);
        else kernels.DeviceWeights(Cells, Size, replica, Devices.Arrays, Weights);
        _before.Part(replica * Size.Slots, Size.Slots).CopyFrom(_weights.Part(replica * Size.Slots, Size.Slots));
        _momentSteps[replica] = state.Moments?.Steps;
        _first.Write(replica, Floats(state.Moments?.First));
        _second.Write(replica, Floats(state.Moments?.Second));
        _accumulates[replica] = state.Accumulators is not null;
        _accumulators.Write(replica, state.Accumulators);
    }

    /// <summary>Copies devices and weights of a replica.</summary>
    public LayerState Read(int replica)
    {
        var state = Devices.Read(replica);
        var weights = _weights.Read(replica * Size.Slots, Size.Slots);
        state.Weights = Doubles(RowPadding.Without(weights, Size.Stride, Size.Outputs));
        if (_momentSteps[replica] is { } steps)
            state.Moments = new Moments(Doubles(_first.Read(replica)), Doubles(_second.Read(replica)), steps);
        if (_accumulates[replica]) state.Accumulators = _accumulators.Read(replica);
        return state;
    }

    /// <summary>
    /// Whether another layer has a device of its own for each of this layer's weights; otherwise two weights
    /// would move one device at once, or none at all.
    /// </summary>
    public bool FitsInto(AcceleratorLayer owner) =>
        owner.Size.Rows >= Size.Rows && owner.Size.Outputs >= Size.Outputs;

    private static float[]? Floats(double[]? numbers) =>
        numbers is null ? null : Array.ConvertAll(numbers, x => (float)x);

    private static double[] Doubles(float[] numbers) => Array.ConvertAll(numbers, x => (double)x);
}
