using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// What a batch computes on its way through the network: per layer its outputs (activated; logits at the
/// last) and their deltas, each [samples x stride].
/// </summary>
internal sealed class Activity
{
    private readonly HostLayer[] _layers;
    private readonly Aligned<float>[] _outputs;
    private readonly Aligned<float>[] _deltas;
    private readonly Activation _activation;

    /// <param name="layers">The network.</param>
    /// <param name="activation">Activation of the hidden layers.</param>
    /// <param name="samples">Most samples at a time.</param>
    public Activity(HostLayer[] layers, Activation activation, int samples)
    {
        (_layers, _activation) = (layers, activation);
        _outputs = [.. layers.Select(layer => new Aligned<float>(samples * layer.Stride))];
        _deltas = [.. layers.Select(layer => new Aligned<float>(samples * layer.Stride))];
    }

    /// <summary>Outputs of a layer, [samples x stride].</summary>
    public Aligned<float> Outputs(int layer) => _outputs[layer];

    /// <summary>Derivative of the mean loss by the sums of a layer, [samples x stride].</summary>
    public Aligned<float> Deltas(int layer) => _deltas[layer];

    /// <summary>Computes the outputs of all layers for some places of the batch.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="batch">The samples of the batch.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">Behind the last place.</param>
    /// <param name="reads">Which reads of the devices these are: one for each place.</param>
    public void Forward(SparseSamples set, ReadOnlySpan<int> batch, int from, int to, ReadNumbers reads)
    {
        for (var b = from; b < to; b++)
        {
            ref var z = ref _outputs[0].At(b * _layers[0].Stride);
            SparseForward.Run(_layers[0], set.Columns(batch[b]), set.Levels(batch[b]), ref z);
            if (reads.AreNoisy) _layers[0].ReadNoise?.Add(set.Levels(batch[b]), ref z, reads.Kind, reads.Of(b));
        }

        for (var l = 1; l < _layers.Length; l++)
        {
            var (layer, xStride) = (_layers[l], _layers[l - 1].Stride);
            ref var inputs = ref _outputs[l - 1].At(from * xStride);
            Activate.Forward(_activation, ref inputs, (to - from) * xStride);
            DenseForward.Run(ref inputs, xStride, layer.Shape.Inputs, layer.Shape.Bias, layer.Weights, layer.Stride,
                ref _outputs[l].At(from * layer.Stride), to - from);
            if (reads.AreNoisy && layer.ReadNoise is { } noise)
                for (var b = from; b < to; b++)
                    noise.Add(_outputs[l - 1].Span.Slice(b * xStride, layer.Shape.Inputs),
                        ref _outputs[l].At(b * layer.Stride), reads.Kind, reads.Of(b));
        }
    }

    /// <summary>Computes the deltas of all layers for some places of the batch, after <see cref="Forward"/>.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="batch">The samples of the batch.</param>
    /// <param name="transposed">Transposed weights of each layer but the first.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">Behind the last place.</param>
    public void Backward(SparseSamples set, ReadOnlySpan<int> batch, Aligned<float>[] transposed, int from, int to)
    {
        OutputDeltas(set, batch, from, to);
        for (var l = _layers.Length - 1; l > 0; l--)
        {
            var (layer, stride) = (_layers[l], _layers[l - 1].Stride);
            ref var deltas = ref _deltas[l - 1].At(from * stride);
            DenseForward.Run(ref _deltas[l].At(from * layer.Stride), layer.Stride, layer.Shape.Outputs, bias: false,
                transposed[l], stride, ref deltas, to - from);
            Activate.Backward(_activation, ref _outputs[l - 1].At(from * stride), ref deltas, (to - from) * stride);
        }
    }

    /// <summary>The logits of one place of the batch.</summary>
    public ReadOnlySpan<float> Logits(int place) =>
        _outputs[^1].Span.Slice(place * _layers[^1].Stride, _layers[^1].Shape.Outputs);

    private void OutputDeltas(SparseSamples set, ReadOnlySpan<int> batch, int from, int to)
    {
        var labels = set.Labels.Span;
        var stride = _layers[^1].Stride;
        var scale = 1f / batch.Length;
        for (var b = from; b < to; b++)
            Softmax.Delta(Logits(b), labels[batch[b]], scale, _deltas[^1].Span.Slice(b * stride, _layers[^1].Shape.Outputs));
    }
}
