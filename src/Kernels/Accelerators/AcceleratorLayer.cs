using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Operations;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>One layer on an accelerator: its devices, weights, last values and deltas, and the kernels on them.</summary>
internal sealed class AcceleratorLayer : IDisposable
{
    private const int CountLanes = 1024;

    private readonly Accelerator _accelerator;
    private readonly LayerSize _size;
    private readonly int _weightCount;
    private readonly DeviceBuffers _devices;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _weights;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _before;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _values;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _deltas;
    private readonly MemoryBuffer1D<PulseCount, Stride1D.Dense> _counts;
    private readonly MemoryBuffer1D<PulseCount, Stride1D.Dense> _countSums;
    private readonly LayerKernels _kernels;
    private MomentBuffers? _moments;

    /// <summary>Allocates a layer with all devices at P = 0.</summary>
    /// <param name="accelerator">Where.</param>
    /// <param name="shape">Inputs, outputs, bias line.</param>
    /// <param name="mapping">Weight of every device state.</param>
    /// <param name="kernels">Kernels for this layer's activation and mapping.</param>
    /// <param name="samples">Most samples of one forward pass.</param>
    /// <param name="batch">Most samples of one backward pass.</param>
    public AcceleratorLayer(
        Accelerator accelerator, LayerShape shape, WeightMapping mapping, LayerKernels kernels, int samples, int batch)
    {
        (_accelerator, _size, _weightCount, _kernels) = (accelerator, LayerSize.Of(shape), shape.Weights, kernels);
        _devices = new DeviceBuffers(accelerator, mapping, shape.Weights * mapping.DevicesPerWeight);
        _weights = accelerator.Zeros<float>(shape.Weights);
        _before = accelerator.Zeros<float>(shape.Weights);
        _values = accelerator.Zeros<float>(samples * shape.Outputs);
        _deltas = accelerator.Zeros<float>(batch * shape.Outputs);
        _counts = accelerator.Zeros<PulseCount>(shape.Weights);
        _countSums = accelerator.Zeros<PulseCount>(CountLanes);
        TakeDeviceWeights();
    }

    /// <summary>Values of the last forward pass [samples x outputs]: the logits, at the last layer.</summary>
    public ArrayView<float> Values => _values.View;

    /// <summary>Derivative of the mean loss by this layer's sums [batch x outputs].</summary>
    public ArrayView<float> Deltas => _deltas.View;

    /// <summary>Sets devices and weights.</summary>
    public void Write(LayerState state)
    {
        _devices.Write(state);
        if (state.Weights is { } weights) WriteWeights(weights);
        else TakeDeviceWeights();
        _moments?.Dispose();
        _moments = state.Moments is { } moments ? new MomentBuffers(_accelerator, moments) : null;
    }

    /// <summary>Copies devices and weights.</summary>
    public LayerState Read()
    {
        var state = _devices.Read();
        state.Weights = [.. _weights.Read(_weightCount).Select(weight => (double)weight)];
        state.Moments = _moments?.Read();
        return state;
    }

    /// <summary>Computes <see cref="Values"/> from inputs [samples x inputs].</summary>
    public void Forward(ArrayView<float> inputs, int samples) =>
        _kernels.Forward(samples * _size.Outputs, _size, inputs, _weights.View, _values.View);

    /// <summary>Computes the deltas of the layer before, whose values are this layer's inputs.</summary>
    public void Backward(AcceleratorLayer previous, int batch) =>
        _kernels.Backward(batch * _size.Inputs, _size, Deltas, _weights.View, previous.Values, previous.Deltas);

    /// <summary>Moves the weights against their gradient, from inputs [batch x inputs] and <see cref="Deltas"/>.</summary>
    public void Update(ArrayView<float> inputs, int batch, Optimizer optimizer)
    {
        if (optimizer is not Adam adam) Update(inputs, batch, new SgdStep((float)optimizer.Rate));
        else if (adam.Forget) Update(inputs, batch, new FreshAdamStep(AdamFactors.At(adam, 1)));
        else Update(inputs, batch, (_moments ??= new MomentBuffers(_accelerator, Moments.Zero(_weightCount))).Next(adam));
    }

    /// <summary>Fires one pulse per weight that moved, at this layer's devices or at those of another.</summary>
    /// <param name="owner">The layer whose devices are moved.</param>
    /// <param name="keepTrained">Whether a weight that was not pulsed keeps its trained value.</param>
    public PulseTotals FireSigns(AcceleratorLayer owner, bool keepTrained)
    {
        var size = new SignPulseSize(_size.Outputs, owner._size.Outputs, owner._devices.Mapping.Pulses, keepTrained ? 1 : 0);
        owner._kernels.SignPulses(
            _weightCount, size, owner._devices.Accounts, owner._devices.Table, _weights.View, _before.View, _counts.View);
        return CountPulses();
    }

    /// <summary>
    /// Whether another layer has a device of its own for each of this layer's weights; otherwise two weights
    /// would move one device at once, or none at all.
    /// </summary>
    public bool FitsInto(AcceleratorLayer owner) =>
        owner._size.Rows >= _size.Rows
        && owner._size.Outputs >= _size.Outputs;

    /// <inheritdoc/>
    public void Dispose()
    {
        _devices.Dispose();
        _weights.Dispose();
        _before.Dispose();
        _values.Dispose();
        _deltas.Dispose();
        _counts.Dispose();
        _countSums.Dispose();
        _moments?.Dispose();
    }

    private void Update<TStep>(ArrayView<float> inputs, int batch, TStep step)
        where TStep : struct, IWeightStep =>
        _kernels.Update<TStep>()(_weightCount, _size, batch, step, inputs, Deltas, _weights.View);

    private PulseTotals CountPulses()
    {
        _kernels.CountPulses(CountLanes, CountLanes, _weightCount, _counts.View, _countSums.View);
        var totals = default(PulseTotals);
        foreach (var sum in _countSums.Read(CountLanes))
            totals += new PulseTotals(sum.Potentiation, sum.Depression, sum.Refused);
        return totals;
    }

    private void TakeDeviceWeights()
    {
        _kernels.DeviceWeights(_weightCount, _devices.Table, _devices.Pulses, _weights.View);
        _before.CopyFrom(_weights);
    }

    private void WriteWeights(double[] weights)
    {
        if (weights.Length != _weightCount)
            throw new ArgumentException($"{weights.Length} weights given, {_weightCount} expected", nameof(weights));
        _weights.Write<float>([.. weights.Select(weight => (float)weight)]);
        _before.CopyFrom(_weights);
    }
}
