using System.Runtime.CompilerServices;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Host;

/// <summary>One network on the CPU: SIMD over outputs, threads over samples and rows where that pays.</summary>
internal sealed class CpuEngine : IEngine
{
    private const int EvaluationBlock = 256;

    private readonly EnginePlan _plan;
    private readonly HostLayer[] _layers;
    private readonly SparseSamples _training;
    private readonly SparseSamples _test;
    private readonly Activity _activity;
    private readonly BatchColumns _columns;
    private readonly AlignedFloats[] _transposed;
    private readonly Workers _workers;
    private readonly long _weights;

    public CpuEngine(EnginePlan plan)
    {
        _plan = plan;
        _layers = [.. plan.Network.Layers.Select((shape, l) => new HostLayer(shape, plan.Mappings[l]))];
        _weights = plan.Network.Layers.Sum(layer => (long)layer.Weights);
        (_training, _test) = (new SparseSamples(plan.Training), new SparseSamples(plan.Test));
        _activity = new Activity(_layers, plan.Network.Activation, plan.Batch);
        _columns = new BatchColumns(plan.Network.Inputs);
        _transposed = new AlignedFloats[_layers.Length];
        _workers = new Workers(plan.Threads);
        WriteState([.. _layers.Select(layer => layer.Devices)]);
    }

    /// <inheritdoc/>
    public void WriteState(IReadOnlyList<LayerState> layers)
    {
        for (var l = 0; l < _layers.Length; l++) _layers[l].Write(layers[l]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerState> ReadState() => [.. _layers.Select(layer => layer.Read())];

    /// <inheritdoc/>
    public void Descend(ReadOnlySpan<int> order, int batch, double rate)
    {
        for (var start = 0; start < order.Length; start += batch)
            DescendBatch(order[start..Math.Min(start + batch, order.Length)].ToArray(), (float)rate);
    }

    /// <inheritdoc/>
    public PulseTotals FireSigns(SignPulseQuirks quirks)
    {
        var totals = default(PulseTotals);
        foreach (var layer in _layers)
            totals += SignPulses.Fire(layer, quirks.SharedCounters ? _layers[0] : layer, quirks.KeepTrainedAtEnds);
        return totals;
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(SampleChoice samples)
    {
        var set = Set(samples);
        if (set.Count == 0) return default;
        var blocks = new (double Loss, int Correct)[BlocksOf(set)];
        Forward(set, (activity, block, batch) => blocks[block] = ScoreBlock(activity, set, batch));
        return new Evaluation(blocks.Sum(b => b.Loss) / set.Count, blocks.Sum(b => b.Correct), set.Count);
    }

    /// <inheritdoc/>
    public float[] Probabilities(SampleChoice samples)
    {
        var (set, classes) = (Set(samples), _plan.Network.Classes);
        var result = new float[set.Count * classes];
        Forward(set, (activity, _, batch) =>
        {
            for (var b = 0; b < batch.Length; b++)
                Softmax.Probabilities(activity.Logits(b), result.AsSpan(batch[b] * classes, classes));
        });
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void DescendBatch(int[] batch, float rate)
    {
        for (var l = 1; l < _layers.Length; l++) _transposed[l] = _layers[l].Transpose();
        var work = _weights * batch.Length;
        _workers.Split(batch.Length, 2 * work, granularity: 8, (from, to) =>
        {
            _activity.Forward(_training, batch, from, to);
            _activity.Backward(_training, batch, _transposed, from, to);
        });
        _columns.Build(_training, batch);
        for (var l = 0; l < _layers.Length; l++)
        {
            var layer = l;
            _workers.Split(_layers[l].Shape.Rows, (long)_layers[l].Shape.Weights * batch.Length, granularity: 8,
                (from, to) => UpdateRows(layer, from, to, batch.Length, rate));
        }
    }

    private void UpdateRows(int l, int from, int to, int batch, float rate)
    {
        var layer = _layers[l];
        ref var deltas = ref _activity.Deltas(l).At(0);
        for (var row = from; row < to; row++)
        {
            ref var weights = ref layer.Weights.At(row * layer.Stride);
            if (row == layer.Shape.Inputs)
                GradientStep.Dense(ref Unsafe.NullRef<float>(), 0, batch, ref deltas, ref weights, layer.Stride, rate);
            else if (l > 0)
                GradientStep.Dense(ref _activity.Outputs(l - 1).At(row), _layers[l - 1].Stride, batch,
                    ref deltas, ref weights, layer.Stride, rate);
            else if (_columns.Samples(row) is { IsEmpty: false } samples)
                GradientStep.Sparse(samples, _columns.Values(row), ref deltas, ref weights, layer.Stride, rate);
        }
    }

    private SparseSamples Set(SampleChoice samples) => samples == SampleChoice.Training ? _training : _test;

    private static int BlocksOf(SparseSamples set) => (set.Count + EvaluationBlock - 1) / EvaluationBlock;

    // Forward passes over a whole set; the use gets the activity, the block's number and its samples.
    private void Forward(SparseSamples set, Action<Activity, int, int[]> use) =>
        _workers.Split(BlocksOf(set), _weights * set.Count, granularity: 1, (from, to) =>
        {
            var activity = new Activity(_layers, _plan.Network.Activation, EvaluationBlock);
            for (var block = from; block < to; block++)
            {
                var first = block * EvaluationBlock;
                var batch = Enumerable.Range(first, Math.Min(EvaluationBlock, set.Count - first)).ToArray();
                activity.Forward(set, batch, 0, batch.Length);
                use(activity, block, batch);
            }
        });

    private static (double Loss, int Correct) ScoreBlock(Activity activity, SparseSamples set, int[] batch)
    {
        var (loss, correct) = (0.0, 0);
        Span<float> scratch = new float[activity.Logits(0).Length];
        for (var b = 0; b < batch.Length; b++)
        {
            var score = Softmax.Score(activity.Logits(b), set.Labels.Span[batch[b]], scratch);
            loss += score.Loss;
            if (score.Hit) correct++;
        }

        return (loss, correct);
    }
}
