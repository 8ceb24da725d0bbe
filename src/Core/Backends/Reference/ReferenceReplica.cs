namespace CrossbarSim.Core.Backends.Reference;

/// <summary>One network of the reference backend: slow, obvious, double precision, one thread.</summary>
/// <param name="plan">Network and data.</param>
/// <param name="replica">Devices and seed.</param>
public sealed class ReferenceReplica(EnginePlan plan, ReplicaPlan replica)
{
    private const int EvaluationBatch = 256;

    private readonly ReferencePulses _pulses = new(plan.Network, replica.Mappings, replica.Seed);

    private readonly double[][] _weightsBefore =
        [.. plan.Network.Layers.Select(layer => new double[layer.Weights])];

    /// <summary>The network, open for inspection.</summary>
    public ReferenceNetwork Network { get; } = new(plan.Network, [.. replica.Mappings.Select((mapping, layer) =>
        mapping.ReadDeviation > 0 ? new ReferenceReadNoise(mapping, replica.Seed, layer) : null)]);

    /// <summary>The devices of each layer, open for inspection.</summary>
    public IReadOnlyList<ReferenceArray> Arrays => _pulses.Arrays;

    /// <inheritdoc cref="IEngine.WriteState"/>
    public void WriteState(IReadOnlyList<LayerState> layers)
    {
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var (state, network) = (layers[layer], Network.Layers[layer]);
            Arrays[layer].Devices.Write(state);
            SetWeights(layer, state.Weights ?? Arrays[layer].Weights());
            network.Memory = state.Moments?.Copy();
            network.Accumulators = state.Accumulators?.ToArray();
        }
    }

    /// <inheritdoc cref="IEngine.ReadState"/>
    public IReadOnlyList<LayerState> ReadState() =>
        [.. Network.Layers.Select((network, layer) =>
        {
            var state = Arrays[layer].Devices.Read();
            state.Weights = [.. network.Weights];
            state.Moments = network.Memory?.Copy();
            state.Accumulators = network.Accumulators?.ToArray();
            return state;
        })];

    /// <inheritdoc cref="IEngine.TrainAll"/>
    public void Train(ReadOnlySpan<int> order, int batch, BatchRule rule, long firstSample)
    {
        IReferenceRule[] rules = [.. Arrays.Select(array => ReferenceRules.Start(rule, array))];
        if (rule is PulseRule) TakeDeviceWeights();
        for (var start = 0; start < order.Length; start += batch)
        {
            var (inputs, labels) = Gather(plan.Training, order[start..Math.Min(start + batch, order.Length)]);
            Network.Differentiate(inputs, labels, ReadNumbers.Training(rule, firstSample + start));
            var which = new MiniBatch(start / batch, firstSample + start, labels.Length);
            for (var layer = 0; layer < rules.Length; layer++)
                rules[layer].Apply(Network.Layers[layer], Arrays[layer], which);
            if (rule is PulseRule) TakeDeviceWeights();
        }
    }

    /// <inheritdoc cref="IEngine.FireSignsAll"/>
    public void FireSigns(SignPulseQuirks quirks)
    {
        for (var layer = 0; layer < Network.Layers.Count; layer++)
        {
            var (weights, before) = (Network.Layers[layer].Weights, _weightsBefore[layer]);
            _pulses.Fire(layer, weights, before, quirks);
            weights.CopyTo(before, 0);
        }
    }

    /// <inheritdoc cref="IEngine.TotalsAll"/>
    public PulseTotals Totals() => _pulses.Totals();

    /// <inheritdoc cref="IEngine.EvaluateAll"/>
    public Evaluation Evaluate(SampleChoice samples)
    {
        var (loss, correct) = (0.0, 0);
        foreach (var (inputs, labels, reads) in Blocks(samples))
        {
            var score = Network.Score(Network.Forward(inputs, labels.Length, reads), labels);
            (loss, correct) = (loss + score.Loss, correct + score.Correct);
        }

        var count = plan.Samples(samples).Count;
        return new Evaluation(count == 0 ? 0 : loss / count, correct, count);
    }

    /// <inheritdoc cref="IEngine.Probabilities"/>
    public float[] Probabilities(SampleChoice samples) =>
        [.. Blocks(samples).SelectMany(
            block => Network.Classify(block.Inputs, block.Labels.Length, block.Reads), (_, p) => (float)p)];

    private IEnumerable<(double[] Inputs, byte[] Labels, ReadNumbers Reads)> Blocks(SampleChoice samples)
    {
        var set = plan.Samples(samples);
        foreach (var block in Enumerable.Range(0, set.Count).Chunk(EvaluationBatch))
        {
            var (inputs, labels) = Gather(set, block);
            yield return (inputs, labels, ReadNumbers.Evaluation(samples, block[0]));
        }
    }

    private static (double[] Inputs, byte[] Labels) Gather(SampleSet set, ReadOnlySpan<int> samples)
    {
        var (inputs, labels) = (new double[samples.Length * set.Size], new byte[samples.Length]);
        for (var b = 0; b < samples.Length; b++)
        {
            labels[b] = set.Labels.Span[samples[b]];
            var pixels = set.Input(samples[b]);
            for (var i = 0; i < set.Size; i++) inputs[b * set.Size + i] = pixels[i] / 255.0;
        }

        return (inputs, labels);
    }

    private void TakeDeviceWeights()
    {
        for (var layer = 0; layer < Arrays.Count; layer++) SetWeights(layer, Arrays[layer].Weights());
    }

    private void SetWeights(int layer, double[] weights)
    {
        weights.CopyTo(Network.Layers[layer].Weights, 0);
        weights.CopyTo(_weightsBefore[layer], 0);
    }
}
