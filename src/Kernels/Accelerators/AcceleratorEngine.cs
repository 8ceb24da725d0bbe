using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Accelerators.Rules;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// Networks of devices on a CUDA or OpenCL accelerator: one set of launches per mini-batch, whatever the number of
/// replicas. Samples, weights, states and accounts stay there; a training pass sends its order and the lists of its
/// word lines, an evaluation reads three numbers per sample and replica.
/// </summary>
internal sealed class AcceleratorEngine : IEngine
{
    // Samples whose lists are sent in one go.
    private const int BlockSamples = 2048;
    private const int TotalLanes = 64;

    private readonly AcceleratorMemory _memory;
    private readonly KernelLoader _kernels;
    private readonly AcceleratorNetwork _network;
    private readonly RuleUpdates _updates;
    private readonly Workers _workers;
    private readonly SampleBuffers _training;
    private readonly SampleBuffers _test;
    private readonly SampleBuffers _validation;
    private readonly BatchBuffers _lists;
    private readonly MiniBatch[] _block;
    private readonly FlatBuffer<int> _order;
    private readonly FlatBuffer<int> _fileOrder;
    private readonly FlatBuffer<SampleScore> _scores;
    private readonly FlatBuffer<PulseTotals> _totals;

    /// <summary>Builds networks on an accelerator, with their data.</summary>
    /// <param name="kernels">What runs on the accelerator, which is not disposed by this engine.</param>
    /// <param name="plan">Network, devices and data.</param>
    public AcceleratorEngine(KernelLoader kernels, EnginePlan plan)
    {
        Plan = plan;
        (_memory, _kernels) = (new AcceleratorMemory(kernels.Accelerator), kernels);
        _workers = new Workers(plan.Threads);
        var scale = _memory.Holding<float>(SparseSamples.Values);
        _training = new SampleBuffers(_memory, plan.Training, plan.Network, scale);
        _test = new SampleBuffers(_memory, plan.Test, plan.Network, scale);
        _validation = new SampleBuffers(_memory, plan.Validation, plan.Network, scale);
        _network = new AcceleratorNetwork(_memory, _kernels, plan);
        _updates = new RuleUpdates(_memory, _kernels, _network);
        _lists = new BatchBuffers(_memory, plan.Network.Layers[0]);
        _block = [.. Enumerable.Range(0, Math.Max(1, BlockSamples / plan.Batch))
            .Select(_ => new MiniBatch(plan.Network.Inputs))];
        _order = _memory.Zeros<int>();
        _fileOrder = _memory.Holding<int>(
            [.. Enumerable.Range(0, Math.Max(_training.Count, Math.Max(_test.Count, _validation.Count)))]);
        _scores = _memory.Zeros<SampleScore>(_network.Replicas * _network.Chunk);
        _totals = _memory.Zeros<PulseTotals>(_network.Replicas * TotalLanes);
        LayerState[] bottom = [.. _network.Layers.Select(layer => new LayerState(layer.Devices.Count))];
        for (var replica = 0; replica < _network.Replicas; replica++) WriteState(replica, bottom);
    }

    /// <inheritdoc/>
    public EnginePlan Plan { get; }

    /// <summary>Bytes that the engine holds on the accelerator.</summary>
    public long Bytes => _memory.Bytes;

    /// <inheritdoc/>
    public void WriteState(int replica, IReadOnlyList<LayerState> layers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(layers.Count, _network.Layers.Count);
        for (var layer = 0; layer < layers.Count; layer++)
            _network.Layers[layer].Write(replica, layers[layer], _kernels);
        _memory.Accelerator.Synchronize();
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerState> ReadState(int replica) =>
        [.. _network.Layers.Select(layer => layer.Read(replica))];

    /// <inheritdoc/>
    public void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch, Plan.Batch);
        if (order.Length > 0 && order.ContainsAnyExceptInRange(0, _training.Count - 1))
            throw new ArgumentException($"a sample is outside 0 .. {_training.Count - 1}", nameof(order));
        var update = _updates.For(rules);
        _order.Write(order);
        for (var start = 0; start < order.Length; start += batch * _block.Length)
        {
            var block = Lay(order, start, batch, firstSample);
            _lists.Send();
            update.Begin(block);
            for (var k = 0; k < block.Count; k++)
                Train(update, block[k], k, start + k * batch, ReadNumbers.Training(rules[0], block[k].FirstSample));
        }

        _memory.Accelerator.Synchronize();
    }

    /// <inheritdoc/>
    public void FireSignsAll(SignPulseQuirks quirks)
    {
        var first = _network.Layers[0];
        if (quirks.SharedCounters && !_network.Layers.All(layer => layer.FitsInto(first)))
            throw new ArgumentException(
                "shared counters need a first layer with as many rows and columns as any", nameof(quirks));
        foreach (var layer in _network.Layers)
        {
            var owner = quirks.SharedCounters ? first : layer;
            var size = new SignPulseSize(layer.Size, owner.Size.Outputs, quirks.KeepTrainedAtEnds ? 1 : 0);
            _kernels.SignPulses(
                _network.Replicas * layer.Cells, size, owner.Devices.Arrays, layer.Weights, layer.Before);
        }
    }

    /// <inheritdoc/>
    public PulseTotals[] TotalsAll()
    {
        var totals = new PulseTotals[_network.Replicas];
        foreach (var layer in _network.Layers)
        {
            _kernels.PulseTotals(
                totals.Length * TotalLanes, TotalLanes, layer.Devices.Count, layer.Devices.Arrays, _totals.View);
            var lanes = _totals.Read(0, totals.Length * TotalLanes);
            for (var k = 0; k < lanes.Length; k++) totals[k / TotalLanes] += lanes[k];
        }

        return totals;
    }

    /// <inheritdoc/>
    public Evaluation[] EvaluateAll(SampleChoice samples)
    {
        var set = Set(samples);
        var sums = Enumerable.Range(0, _network.Replicas).Select(_ => new LossSums()).ToArray();
        foreach (var (start, count) in Chunks(set))
        {
            var order = _fileOrder.Part(start, count);
            _network.Forward(set, order, ReadNumbers.Evaluation(samples, start));
            _kernels.Score(sums.Length * count, _network.Layers[^1].Size with { Batch = count },
                _network.Values(_network.Layers.Count - 1), set.Labels, order, _scores.View);
            var scores = _scores.Read(0, sums.Length * count);
            _workers.Each(sums.Length, replica => sums[replica].Add(scores.AsSpan(replica * count, count)));
        }

        return [.. sums.Select(sum => sum.Result())];
    }

    /// <inheritdoc/>
    public float[] Probabilities(int replica, SampleChoice samples)
    {
        var (set, classes) = (Set(samples), Plan.Network.Classes);
        var result = new List<float>(set.Count * classes);
        foreach (var (start, count) in Chunks(set))
        {
            _network.Forward(set, _fileOrder.Part(start, count), ReadNumbers.Evaluation(samples, start), replica);
            result.AddRange(_network.Probabilities(count));
        }

        return [.. result];
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private void Train(RuleUpdate update, MiniBatch batch, int inBlock, int start, ReadNumbers reads)
    {
        var order = _order.Part(start, batch.Samples.Length);
        _network.Forward(_training, order, reads);
        _network.Backward(_training, order);
        var trained = new TrainedBatch(
            batch, inBlock, _training.Inputs(order), _lists.Lines(inBlock), _lists.Entries(inBlock));
        for (var layer = 0; layer < _network.Layers.Count; layer++) update.Apply(layer, trained);
    }

    private ArraySegment<MiniBatch> Lay(ReadOnlySpan<int> order, int start, int batch, long firstSample)
    {
        var samples = order[start..Math.Min(order.Length, start + batch * _block.Length)].ToArray();
        var count = (samples.Length + batch - 1) / batch;
        _workers.Each(count, k =>
        {
            var from = k * batch;
            _block[k].Take(_training.Samples, samples.AsSpan(from, Math.Min(batch, samples.Length - from)),
                start / batch + k, firstSample + start + from);
        });
        var block = new ArraySegment<MiniBatch>(_block, 0, count);
        _lists.Lay(block);
        return block;
    }

    private SampleBuffers Set(SampleChoice samples) => samples switch
    {
        SampleChoice.Training => _training,
        SampleChoice.Test => _test,
        SampleChoice.Validation => _validation,
        _ => throw new ArgumentOutOfRangeException(nameof(samples)),
    };

    private IEnumerable<(int Start, int Count)> Chunks(SampleBuffers set)
    {
        for (var start = 0; start < set.Count; start += _network.Chunk)
            yield return (start, Math.Min(_network.Chunk, set.Count - start));
    }
}
