using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// The layers of all replicas on an accelerator and what passes between them; launches, never waits.
/// </summary>
internal sealed class AcceleratorNetwork
{
    // Floats that one layer's outputs may take: 64 MB.
    private const int MostValues = 1 << 24;
    private const int MostSamples = 2048;

    private readonly NetworkShape _shape;
    private readonly KernelLoader _kernels;
    private readonly FlatBuffer<float>[] _values;
    private readonly FlatBuffer<float>[] _deltas;
    private readonly FlatBuffer<float> _probabilities;

    /// <summary>Allocates the networks with all devices at P = 0.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="kernels">What runs there.</param>
    /// <param name="plan">Network and devices.</param>
    public AcceleratorNetwork(AcceleratorMemory memory, KernelLoader kernels, EnginePlan plan)
    {
        (_shape, _kernels, Replicas) = (plan.Network, kernels, plan.Replicas.Count);
        var (tables, normals) = (new LawTables(), memory.Holding<float>(NormalDeviates.Coefficients));
        Layers = [.. _shape.Layers.Select((_, layer) => new AcceleratorLayer(memory, plan, layer, tables, normals))];
        var most = Math.Max(plan.Training.Count, Math.Max(plan.Test.Count, plan.Validation.Count));
        var wanted = MostValues / _shape.Layers.Max(layer => layer.Outputs) / Replicas / LossSums.Block * LossSums.Block;
        Chunk = Math.Min(Math.Clamp(wanted, LossSums.Block, MostSamples), Math.Max(1, most));
        _values = [.. _shape.Layers.Select(layer => memory.Zeros<float>(Slots(layer, Math.Max(Chunk, plan.Batch))))];
        _probabilities = memory.Zeros<float>(Chunk * Layers[^1].Size.Stride);
        _deltas = [.. _shape.Layers.Select(layer => memory.Zeros<float>(Slots(layer, plan.Batch)))];
    }

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<AcceleratorLayer> Layers { get; }

    /// <summary>Networks that are computed together.</summary>
    public int Replicas { get; }

    /// <summary>Most samples of one forward pass without training.</summary>
    public int Chunk { get; }

    /// <summary>Derivative of the mean loss by a layer's sums, [replicas x batch x outputs].</summary>
    public ArrayView<float> Deltas(int layer) => _deltas[layer].View;

    /// <summary>Values of a layer, [replicas x batch x outputs]: the logits, at the last.</summary>
    public ArrayView<float> Values(int layer) => _values[layer].View;

    /// <summary>The inputs of a later layer by sample.</summary>
    public DenseInputs DenseInputs(int layer) => new(Values(layer - 1), Layers[layer].Size);

    /// <summary>Computes the values of all layers for some samples.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="order">Sample numbers.</param>
    /// <param name="reads">Which reads of the devices these are: one for each sample.</param>
    /// <param name="only">The one replica to compute, first in all results; null: all.</param>
    public void Forward(SampleBuffers samples, ArrayView<int> order, ReadNumbers reads, int? only = null)
    {
        for (var l = 0; l < Layers.Count; l++)
        {
            if (l == 0) Forward(l, order.IntLength, samples.Inputs(order), reads, only);
            else Forward(l, order.IntLength, DenseInputs(l), reads, only);
        }
    }

    private void Forward<TInputs>(int l, int batch, TInputs inputs, ReadNumbers reads, int? only)
        where TInputs : struct, ISampleInputs
    {
        var (layer, size) = (Layers[l], Layers[l].Size with { Batch = batch });
        var items = (only is null ? Replicas : 1) * batch * size.Tiles;
        var weights = layer.Weights.SubView((only ?? 0) * size.Slots);
        var noisy = reads.AreNoisy && layer.Devices.HasReadNoise;
        _kernels.Forward<TInputs>(noisy ? Activation.Identity : Output(l))(items, size, inputs, weights, Values(l));
        if (noisy)
            _kernels.ReadNoise<TInputs>(Output(l))(items, size, inputs, reads, only ?? 0, layer.Devices.Arrays, Values(l));
    }

    /// <summary>Computes <see cref="Deltas"/> of all layers after a forward pass of all replicas.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="order">Sample numbers of the mini-batch.</param>
    public void Backward(SampleBuffers samples, ArrayView<int> order)
    {
        var (batch, last) = (order.IntLength, Layers.Count - 1);
        _kernels.Softmax(Replicas * batch, Layers[last].Size with { Batch = batch }, 1f / batch,
            Values(last), samples.Labels, order, Deltas(last));
        for (var l = last; l > 0; l--)
        {
            var size = Layers[l].Size with { Batch = batch };
            _kernels.Backward(_shape.Activation)(
                Replicas * batch * size.Inputs, size, Deltas(l), Layers[l].Weights, Values(l - 1), Deltas(l - 1));
        }
    }

    /// <summary>Class probabilities after a forward pass of one replica, row-major [samples x classes].</summary>
    public float[] Probabilities(int samples)
    {
        var size = Layers[^1].Size;
        _kernels.Probabilities(samples, size, Values(Layers.Count - 1), _probabilities.View);
        return RowPadding.Without(_probabilities.Read(0, samples * size.Stride), size.Stride, size.Outputs);
    }

    private Activation Output(int layer) => layer == Layers.Count - 1 ? Activation.Identity : _shape.Activation;

    private int Slots(LayerShape layer, int samples) => checked(Replicas * samples * LayerSize.Of(layer, 0).Stride);
}
