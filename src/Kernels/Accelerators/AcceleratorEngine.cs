using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// One network of devices on a CUDA or OpenCL accelerator. Samples, weights, counters and accounts stay there;
/// an epoch sends its order once and reads nothing, an evaluation reads three numbers per sample.
/// </summary>
internal sealed class AcceleratorEngine : IEngine
{
    // Enough samples to fill a large GPU, few enough that their values stay in the cache of a small one.
    private const int ChunkSamples = 2048;

    // Samples whose losses are summed in one go, on every float backend.
    private const int BlockSamples = 256;

    private readonly Accelerator _accelerator;
    private readonly int _batch;
    private readonly int _classes;
    private readonly SampleBuffers _training;
    private readonly SampleBuffers _test;
    private readonly SampleBuffers _validation;
    private readonly AcceleratorNetwork _network;
    private readonly MemoryBuffer1D<SampleScore, Stride1D.Dense> _scores;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _fileOrder;
    private MemoryBuffer1D<int, Stride1D.Dense> _order;

    /// <summary>Builds a network on an accelerator, with its data.</summary>
    /// <param name="accelerator">Where; not disposed by this engine.</param>
    /// <param name="plan">Network, devices and data.</param>
    public AcceleratorEngine(Accelerator accelerator, EnginePlan plan)
    {
        (_accelerator, _batch, _classes) = (accelerator, plan.Batch, plan.Network.Classes);
        var (inputs, classes) = (plan.Network.Inputs, _classes);
        _training = new SampleBuffers(accelerator, plan.Training, inputs, classes);
        _test = new SampleBuffers(accelerator, plan.Test, inputs, classes);
        _validation = new SampleBuffers(accelerator, plan.Validation, inputs, classes);
        var most = Math.Max(plan.Training.Count, Math.Max(plan.Test.Count, plan.Validation.Count));
        _network = new AcceleratorNetwork(accelerator, plan, Math.Max(plan.Batch, Math.Min(ChunkSamples, most)));
        _scores = accelerator.Zeros<SampleScore>(most);
        _fileOrder = accelerator.Holding<int>([.. Enumerable.Range(0, most)]);
        _order = accelerator.Zeros<int>(plan.Training.Count);
    }

    /// <inheritdoc/>
    public void WriteState(IReadOnlyList<LayerState> layers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(layers.Count, _network.Layers.Count);
        for (var layer = 0; layer < layers.Count; layer++) _network.Layers[layer].Write(layers[layer]);
        _accelerator.Synchronize();
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerState> ReadState() => [.. _network.Layers.Select(layer => layer.Read())];

    /// <inheritdoc/>
    public void Descend(ReadOnlySpan<int> order, int batch, Optimizer optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch, _batch);
        Send(order);
        for (var start = 0; start < order.Length; start += batch)
            _network.Descend(_training, Part(_order, start, Math.Min(batch, order.Length - start)), optimizer);
        _accelerator.Synchronize();
    }

    /// <inheritdoc/>
    public PulseTotals FireSigns(SignPulseQuirks quirks)
    {
        if (quirks.SharedCounters && !_network.Layers.All(layer => layer.FitsInto(_network.Layers[0])))
            throw new ArgumentException(
                "shared counters need a first layer with as many rows and columns as any", nameof(quirks));
        var totals = default(PulseTotals);
        foreach (var layer in _network.Layers)
            totals += layer.FireSigns(quirks.SharedCounters ? _network.Layers[0] : layer, quirks.KeepTrainedAtEnds);
        return totals;
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(SampleChoice samples)
    {
        var set = Set(samples);
        ForChunks(set, (start, order) => _network.Score(set, order, Part(_scores, start, order.IntLength)));
        return Sum(_scores.Read(set.Count));
    }

    /// <inheritdoc/>
    public float[] Probabilities(SampleChoice samples)
    {
        var set = Set(samples);
        using var result = _accelerator.Zeros<float>(set.Count * _classes);
        ForChunks(set, (start, order) =>
            _network.Classify(set, order, Part(result, start * _classes, order.IntLength * _classes)));
        return result.Read(set.Count * _classes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _accelerator.Synchronize();
        _network.Dispose();
        _training.Dispose();
        _test.Dispose();
        _validation.Dispose();
        _scores.Dispose();
        _fileOrder.Dispose();
        _order.Dispose();
    }

    private SampleBuffers Set(SampleChoice samples) => samples switch
    {
        SampleChoice.Training => _training,
        SampleChoice.Test => _test,
        SampleChoice.Validation => _validation,
        _ => throw new ArgumentOutOfRangeException(nameof(samples)),
    };

    private void ForChunks(SampleBuffers set, Action<int, ArrayView<int>> use)
    {
        for (var start = 0; start < set.Count; start += ChunkSamples)
            use(start, Part(_fileOrder, start, Math.Min(ChunkSamples, set.Count - start)));
    }

    private void Send(ReadOnlySpan<int> order)
    {
        if (order.Length > 0 && order.ContainsAnyExceptInRange(0, _training.Count - 1))
            throw new ArgumentException($"a sample is outside 0 .. {_training.Count - 1}", nameof(order));
        if (order.Length > _order.Length)
        {
            _order.Dispose();
            _order = _accelerator.Zeros<int>(order.Length);
        }

        _order.Write(order);
    }

    private static Evaluation Sum(SampleScore[] scores)
    {
        var loss = 0.0;
        foreach (var block in scores.Chunk(BlockSamples)) loss += block.Sum(score => score.Loss);
        return new Evaluation(scores.Length == 0 ? 0 : loss / scores.Length, scores.Sum(score => score.Hit), scores.Length);
    }

    private static ArrayView<T> Part<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer, int start, int count)
        where T : unmanaged
    {
        ArrayView<T> view = buffer.View;
        return view.SubView(start, count);
    }
}
