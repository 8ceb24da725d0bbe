using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>The layers of a network on an accelerator and what passes between them; launches, never waits.</summary>
internal sealed class AcceleratorNetwork : IDisposable
{
    private readonly int _inputCount;
    private readonly int _classes;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _scale;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _inputs;
    private readonly Action<Index1D, int, ArrayView<byte>, ArrayView<int>, ArrayView<float>, ArrayView<float>> _gather;
    private readonly Action<Index1D, int, float, ArrayView<float>, ArrayView<byte>, ArrayView<int>, ArrayView<float>> _softmax;
    private readonly Action<Index1D, int, ArrayView<float>, ArrayView<byte>, ArrayView<int>, ArrayView<SampleScore>> _score;
    private readonly Action<Index1D, int, ArrayView<float>, ArrayView<float>> _probabilities;

    /// <summary>Allocates a network with all devices at P = 0.</summary>
    /// <param name="accelerator">Where.</param>
    /// <param name="plan">Network and devices.</param>
    /// <param name="samples">Most samples of one forward pass.</param>
    public AcceleratorNetwork(Accelerator accelerator, EnginePlan plan, int samples)
    {
        (_inputCount, _classes) = (plan.Network.Inputs, plan.Network.Classes);
        _scale = accelerator.Holding<float>([.. Enumerable.Range(0, 256).Select(pixel => (float)(pixel / 255.0))]);
        _inputs = accelerator.Zeros<float>(samples * _inputCount);
        var loader = new KernelLoader(accelerator);
        _gather = loader.Load<int, ArrayView<byte>, ArrayView<int>, ArrayView<float>, ArrayView<float>>(GatherKernel.Run);
        _softmax = loader.Load<int, float, ArrayView<float>, ArrayView<byte>, ArrayView<int>, ArrayView<float>>(
            SoftmaxKernel.Run);
        _score = loader.Load<int, ArrayView<float>, ArrayView<byte>, ArrayView<int>, ArrayView<SampleScore>>(ScoreKernel.Run);
        _probabilities = loader.Load<int, ArrayView<float>, ArrayView<float>>(ProbabilityKernel.Run);
        Layers = [.. plan.Network.Layers.Select((shape, layer) => new AcceleratorLayer(
            accelerator, shape, plan.Mappings[layer], Kernels(loader, plan, layer), samples, plan.Batch))];
    }

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<AcceleratorLayer> Layers { get; }

    /// <summary>One step of descent on a mini-batch; every delta is taken from the weights before the step.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="order">Sample numbers of the mini-batch.</param>
    /// <param name="optimizer">How a gradient moves weights.</param>
    public void Descend(SampleBuffers samples, ArrayView<int> order, Optimizer optimizer)
    {
        var batch = order.IntLength;
        Forward(samples, order);
        _softmax(batch, _classes, 1f / batch, Layers[^1].Values, samples.Labels, order, Layers[^1].Deltas);
        for (var layer = Layers.Count - 1; layer > 0; layer--) Layers[layer].Backward(Layers[layer - 1], batch);
        for (var layer = 0; layer < Layers.Count; layer++) Layers[layer].Update(InputsOf(layer), batch, optimizer);
    }

    /// <summary>Scores samples with the present weights.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="order">Sample numbers.</param>
    /// <param name="scores">Result, one per sample.</param>
    public void Score(SampleBuffers samples, ArrayView<int> order, ArrayView<SampleScore> scores)
    {
        Forward(samples, order);
        _score(order.IntLength, _classes, Layers[^1].Values, samples.Labels, order, scores);
    }

    /// <summary>Class probabilities of samples with the present weights.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="order">Sample numbers.</param>
    /// <param name="probabilities">Result [order x classes].</param>
    public void Classify(SampleBuffers samples, ArrayView<int> order, ArrayView<float> probabilities)
    {
        Forward(samples, order);
        _probabilities(order.IntLength, _classes, Layers[^1].Values, probabilities);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var layer in Layers) layer.Dispose();
        _inputs.Dispose();
        _scale.Dispose();
    }

    private void Forward(SampleBuffers samples, ArrayView<int> order)
    {
        _gather(order.IntLength * _inputCount, _inputCount, samples.Pixels, order, _scale.View, _inputs.View);
        for (var layer = 0; layer < Layers.Count; layer++) Layers[layer].Forward(InputsOf(layer), order.IntLength);
    }

    private ArrayView<float> InputsOf(int layer) => layer == 0 ? _inputs.View : Layers[layer - 1].Values;

    private static LayerKernels Kernels(KernelLoader loader, EnginePlan plan, int layer)
    {
        var hidden = plan.Network.Activation;
        var output = layer == plan.Network.Layers.Count - 1 ? Activation.Identity : hidden;
        return new LayerKernels(loader, output, hidden, plan.Mappings[layer].DevicesPerWeight == 2);
    }
}
