namespace CrossbarSim.Core.Backends.Reference;

/// <summary>One network of the reference backend: slow, obvious, double precision, one thread.</summary>
/// <param name="plan">Network and data.</param>
/// <param name="replica">Devices and seed.</param>
public sealed class ReferenceReplica(EnginePlan plan, ReplicaPlan replica)
{
    private const int EvaluationBatch = 256;

    private readonly ReferencePulses _pulses = new(plan.Network, replica.Mappings);

    private readonly double[][] _weightsBefore =
        [.. plan.Network.Layers.Select(layer => new double[layer.Weights])];

    /// <summary>The network, open for inspection.</summary>
    public ReferenceNetwork Network { get; } = new(plan.Network);

    /// <inheritdoc cref="IEngine.WriteState"/>
    public void WriteState(IReadOnlyList<LayerState> layers)
    {
        for (var layer = 0; layer < layers.Count; layer++)
        {
            Copy(layers[layer], _pulses.Devices[layer]);
            var weights = layers[layer].Weights ?? _pulses.Weights(layer);
            weights.CopyTo(Network.Layers[layer].Weights, 0);
            weights.CopyTo(_weightsBefore[layer], 0);
            Network.Layers[layer].Memory = layers[layer].Moments?.Copy();
        }
    }

    /// <inheritdoc cref="IEngine.ReadState"/>
    public IReadOnlyList<LayerState> ReadState() =>
        [.. _pulses.Devices.Select((devices, layer) =>
        {
            var copy = new LayerState(devices.Pulses.Length)
            {
                Weights = [.. Network.Layers[layer].Weights],
                Moments = Network.Layers[layer].Memory?.Copy(),
            };
            Copy(devices, copy);
            return copy;
        })];

    /// <inheritdoc cref="IEngine.TrainAll"/>
    public void Train(ReadOnlySpan<int> order, int batch, BatchRule rule, long firstSample)
    {
        for (var start = 0; start < order.Length; start += batch)
        {
            var (inputs, labels) = Gather(plan.Training, order[start..Math.Min(start + batch, order.Length)]);
            Network.Differentiate(inputs, labels);
            if (rule is Optimizer optimizer)
                foreach (var layer in Network.Layers) layer.Descend(optimizer);
            else throw new NotSupportedException($"{rule}");
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
    public PulseTotals Totals() => _pulses.Devices.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Totals());

    /// <inheritdoc cref="IEngine.EvaluateAll"/>
    public Evaluation Evaluate(SampleChoice samples)
    {
        var (loss, correct) = (0.0, 0);
        foreach (var (inputs, labels) in Blocks(samples))
        {
            var score = Network.Score(Network.Forward(inputs, labels.Length), labels);
            (loss, correct) = (loss + score.Loss, correct + score.Correct);
        }

        var count = plan.Samples(samples).Count;
        return new Evaluation(count == 0 ? 0 : loss / count, correct, count);
    }

    /// <inheritdoc cref="IEngine.Probabilities"/>
    public float[] Probabilities(SampleChoice samples) =>
        [.. Blocks(samples).SelectMany(block => Network.Classify(block.Inputs, block.Labels.Length), (_, p) => (float)p)];

    private IEnumerable<(double[] Inputs, byte[] Labels)> Blocks(SampleChoice samples)
    {
        var set = plan.Samples(samples);
        return Enumerable.Range(0, set.Count).Chunk(EvaluationBatch).Select(block => Gather(set, block));
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

    private static void Copy(LayerState from, LayerState to)
    {
        from.Pulses.CopyTo(to.Pulses, 0);
        from.PotentiationPulses.CopyTo(to.PotentiationPulses, 0);
        from.DepressionPulses.CopyTo(to.DepressionPulses, 0);
        from.RefusedPulses.CopyTo(to.RefusedPulses, 0);
    }
}
