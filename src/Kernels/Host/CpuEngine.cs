using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Networks on the CPU: SIMD over outputs, threads over replicas, or within one over samples and rows where that pays.
/// Mini-batches are laid out a block at a time, and each replica takes a whole block, so that it stays in its core's cache.
/// </summary>
internal sealed class CpuEngine : IEngine
{
    private const int EvaluationBlock = 256;

    // Inputs of a block of mini-batches: a few megabytes, which stay in the last cache.
    private const int BlockSamples = 2048;

    private readonly HostNetwork[] _replicas;
    private readonly SparseSamples _training;
    private readonly SparseSamples _test;
    private readonly SparseSamples _validation;
    private readonly MiniBatch[] _block;
    private readonly Workers _workers;
    private readonly long _weights;

    public CpuEngine(EnginePlan plan)
    {
        Plan = plan;
        _weights = plan.Network.Layers.Sum(layer => (long)layer.Weights);
        (_training, _test, _validation) = (new(plan.Training), new(plan.Test), new(plan.Validation));
        _workers = new Workers(plan.Threads);
        var within = new Workers(plan.Replicas.Count == 1 ? plan.Threads : 1);
        var tables = new LawTables();
        _replicas = [.. plan.Replicas.Select(replica => new HostNetwork(plan, replica, tables, within))];
        _block = [.. Enumerable.Range(0, Math.Max(1, BlockSamples / plan.Batch)).Select(_ => new MiniBatch(plan.Network.Inputs))];
        for (var replica = 0; replica < _replicas.Length; replica++)
            WriteState(replica, [.. Enumerable.Range(0, plan.Network.Layers.Count).Select(l => new LayerState(plan.Devices(l)))]);
    }

    /// <inheritdoc/>
    public EnginePlan Plan { get; }

    /// <inheritdoc/>
    public void WriteState(int replica, IReadOnlyList<LayerState> layers)
    {
        for (var l = 0; l < layers.Count; l++) _replicas[replica].Layers[l].Write(layers[l]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerState> ReadState(int replica) => [.. _replicas[replica].Layers.Select(layer => layer.Read())];

    /// <inheritdoc/>
    public void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample)
    {
        for (var replica = 0; replica < _replicas.Length; replica++) _replicas[replica].Begin(rules[replica]);
        for (var start = 0; start < order.Length; start += batch * _block.Length)
        {
            var block = Lay(order, start, batch, firstSample);
            _workers.Each(_replicas.Length, replica =>
            {
                foreach (var miniBatch in block) _replicas[replica].Train(_training, miniBatch, rules[replica]);
            });
        }
    }

    /// <inheritdoc/>
    public void FireSignsAll(SignPulseQuirks quirks) => _workers.Each(_replicas.Length, replica =>
    {
        var layers = _replicas[replica].Layers;
        foreach (var layer in layers) SignPulses.Fire(layer, quirks.SharedCounters ? layers[0] : layer, quirks.KeepTrainedAtEnds);
    });

    /// <inheritdoc/>
    public PulseTotals[] TotalsAll() => [.. _replicas.Select(replica =>
        replica.Layers.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Devices.Totals()))];

    /// <inheritdoc/>
    public Evaluation[] EvaluateAll(SampleChoice samples)
    {
        var set = Set(samples);
        var blocks = _replicas.Select(_ => new (double Loss, int Correct)[BlocksOf(set)]).ToArray();
        ForwardBlocks(samples, (replica, activity, block, batch) => blocks[replica][block] = ScoreBlock(activity, set, batch));
        return [.. blocks.Select(of => new Evaluation(
            set.Count == 0 ? 0 : of.Sum(b => b.Loss) / set.Count, of.Sum(b => b.Correct), set.Count))];
    }

    /// <inheritdoc/>
    public float[] Probabilities(int replica, SampleChoice samples)
    {
        var (set, classes) = (Set(samples), Plan.Network.Classes);
        var result = new float[set.Count * classes];
        ForwardBlocks(samples, (_, activity, _, batch) =>
        {
            for (var b = 0; b < batch.Length; b++)
                Softmax.Probabilities(activity.Logits(b), result.AsSpan(batch[b] * classes, classes));
        }, replica);
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

    private ArraySegment<MiniBatch> Lay(ReadOnlySpan<int> order, int start, int batch, long firstSample)
    {
        var samples = order[start..Math.Min(order.Length, start + batch * _block.Length)].ToArray();
        var count = (samples.Length + batch - 1) / batch;
        _workers.Each(count, k =>
        {
            var from = k * batch;
            _block[k].Take(_training, samples.AsSpan(from, Math.Min(batch, samples.Length - from)),
                start / batch + k, firstSample + start + from);
        });
        return new ArraySegment<MiniBatch>(_block, 0, count);
    }

    private static int BlocksOf(SparseSamples set) => (set.Count + EvaluationBlock - 1) / EvaluationBlock;

    // Forward passes over a whole set, of one replica or all; the use gets replica, activity, block and samples.
    private void ForwardBlocks(SampleChoice samples, Action<int, Activity, int, int[]> use, int? only = null)
    {
        var set = Set(samples);
        var (blocks, replicas) = (BlocksOf(set), only is null ? _replicas.Length : 1);
        _workers.Split(blocks * replicas, _weights * set.Count * replicas, granularity: 1, (from, to) =>
        {
            Activity? activity = null;
            for (var k = from; k < to; k++)
            {
                var (replica, block) = (only ?? k / blocks, k % blocks);
                if (activity is null || block == 0)
                    activity = new Activity(_replicas[replica].Layers, Plan.Network.Activation,
                        Math.Min(EvaluationBlock, set.Count));
                var first = block * EvaluationBlock;
                var batch = Enumerable.Range(first, Math.Min(EvaluationBlock, set.Count - first)).ToArray();
                activity.Forward(set, batch, 0, batch.Length, ReadNumbers.Evaluation(samples, first));
                use(replica, activity, block, batch);
            }
        });
    }

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
