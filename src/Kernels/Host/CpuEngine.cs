using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Host;

/// <summary>One network on the CPU: SIMD over outputs, threads over samples and rows where that pays.</summary>
internal sealed class CpuEngine : IEngine
{
    private const int EvaluationBlock = 256;

    private readonly EnginePlan _plan;
    private readonly HostLayer[] _layers;
    private readonly SparseSamples _training;
    private readonly SparseSamples _test;
    private readonly SparseSamples _validation;
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
        (_training, _test, _validation) = (new(plan.Training), new(plan.Test), new(plan.Validation));
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
    public void Descend(ReadOnlySpan<int> order, int batch, Optimizer optimizer)
    {
        for (var start = 0; start < order.Length; start += batch)
            DescendBatch(order[start..Math.Min(start + batch, order.Length)].ToArray(), optimizer);
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

    private SparseSamples Set(SampleChoice samples) => samples switch
    {
        SampleChoice.Training => _training,
        SampleChoice.Test => _test,
        SampleChoice.Validation => _validation,
        _ => throw new ArgumentOutOfRangeException(nameof(samples)),
    };

    private void DescendBatch(int[] batch, Optimizer optimizer)
    {
        for (var l = 1; l < _layers.Length; l++) _transposed[l] = _layers[l].Transpose();
        var work = _weights * batch.Length;
        _workers.Split(batch.Length, 2 * work, granularity: 8, (from, to) =>
        {
            _activity.Forward(_training, batch, from, to);
            _activity.Backward(_training, batch, _transposed, from, to);
        });
        _columns.Build(_training, batch);
        for (var l = 0; l < _layers.Length; l++) Update(l, batch.Length, optimizer);
    }

    private void Update(int l, int batch, Optimizer optimizer)
    {
        var layer = _layers[l];
        if (optimizer is not Adam adam) UpdateRows(l, batch, new SgdRowStep(layer.Weights, (float)optimizer.Rate));
        else if (adam.Forget) UpdateRows(l, batch, new FreshAdamRowStep(layer.Weights, AdamFactors.At(adam, 1)));
        else UpdateRows(l, batch, layer.NextStep(adam));
    }

    private void UpdateRows<TStep>(int l, int batch, TStep step)
        where TStep : struct, IRowStep =>
        _workers.Split(_layers[l].Shape.Rows, (long)_layers[l].Shape.Weights * batch, GradientStep.Together, (from, to) =>
        {
            if (l == 0) UpdateInputs(from, Math.Min(to, _layers[0].Shape.Inputs), step);
            else UpdateHidden(l, from, Math.Min(to, _layers[l].Shape.Inputs), batch, step);
            if (to > _layers[l].Shape.Inputs)
                GradientStep.Bias(batch, ref _activity.Deltas(l).At(0), _layers[l].Shape.Inputs, _layers[l].Stride, step);
        });

    private void UpdateInputs<TStep>(int from, int to, TStep step)
        where TStep : struct, IRowStep
    {
        ref var deltas = ref _activity.Deltas(0).At(0);
        for (var row = from; row < to; row++)
            if (_columns.Samples(row) is var samples && (TStep.MovesIdleRows || !samples.IsEmpty))
                GradientStep.Sparse(samples, _columns.Values(row), ref deltas, row, _layers[0].Stride, step);
    }

    private void UpdateHidden<TStep>(int l, int from, int to, int batch, TStep step)
        where TStep : struct, IRowStep
    {
        var (inputs, xStride) = (_activity.Outputs(l - 1), _layers[l - 1].Stride);
        for (var row = from; row < to; row += GradientStep.Together)
            GradientStep.Dense(ref inputs.At(row), xStride, batch, ref _activity.Deltas(l).At(0),
                row, Math.Min(GradientStep.Together, to - row), _layers[l].Stride, step);
    }

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
