namespace CrossbarSim.Core.Backends.Reference;

/// <summary>The engine of the reference backend: slow, obvious, double precision, one thread.</summary>
/// <param name="plan">Network, devices and data.</param>
public sealed class ReferenceEngine(EnginePlan plan) : IEngine
{
    private const int EvaluationBatch = 256;

    private readonly LayerState[] _devices =
        [.. plan.Network.Layers.Select((_, layer) => new LayerState(plan.Devices(layer)))];

    private readonly double[][] _weightsBefore =
        [.. plan.Network.Layers.Select(layer => new double[layer.Weights])];

    /// <summary>The network, open for inspection.</summary>
    public ReferenceNetwork Network { get; } = new(plan.Network);

    /// <inheritdoc/>
    public void WriteState(IReadOnlyList<LayerState> layers)
    {
        for (var layer = 0; layer < layers.Count; layer++)
        {
            Copy(layers[layer], _devices[layer]);
            var weights = layers[layer].Weights ?? DeviceWeights(layer);
            weights.CopyTo(Network.Layers[layer].Weights, 0);
            weights.CopyTo(_weightsBefore[layer], 0);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerState> ReadState() =>
        [.. _devices.Select((devices, layer) =>
        {
            var copy = new LayerState(devices.Pulses.Length) { Weights = [.. Network.Layers[layer].Weights] };
            Copy(devices, copy);
            return copy;
        })];

    /// <inheritdoc/>
    public void Descend(ReadOnlySpan<int> order, int batch, double rate)
    {
        for (var start = 0; start < order.Length; start += batch)
        {
            var (inputs, labels) = Gather(plan.Training, order[start..Math.Min(start + batch, order.Length)]);
            Network.Differentiate(inputs, labels);
            foreach (var layer in Network.Layers) layer.Descend(rate);
        }
    }

    /// <inheritdoc/>
    public PulseTotals FireSigns(SignPulseQuirks quirks)
    {
        var totals = default(PulseTotals);
        for (var layer = 0; layer < _devices.Length; layer++) totals += FireLayer(layer, quirks);
        return totals;
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(SampleChoice samples)
    {
        var set = samples == SampleChoice.Training ? plan.Training : plan.Test;
        var (loss, correct) = (0.0, 0);
        for (var start = 0; start < set.Count; start += EvaluationBatch)
        {
            var count = Math.Min(EvaluationBatch, set.Count - start);
            var (inputs, labels) = Gather(set, [.. Enumerable.Range(start, count)]);
            var score = Network.Score(Network.Forward(inputs, count), labels);
            (loss, correct) = (loss + score.Loss, correct + score.Correct);
        }

        return new Evaluation(set.Count == 0 ? 0 : loss / set.Count, correct, set.Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private PulseTotals FireLayer(int layer, SignPulseQuirks quirks)
    {
        var owner = quirks.SharedCounters ? 0 : layer;
        var (devices, columns) = (_devices[owner], plan.Network.Layers[layer].Outputs);
        var (weights, before) = (Network.Layers[layer].Weights, _weightsBefore[layer]);
        var started = devices.Totals();
        for (var k = 0; k < weights.Length; k++)
        {
            var cell = k / columns * plan.Network.Layers[owner].Outputs + k % columns;
            var fired = FireWeight(devices, layer, cell, Math.Sign(weights[k] - before[k]));
            if (fired || !quirks.KeepTrainedAtEnds) weights[k] = WeightOf(devices, layer, cell);
            before[k] = weights[k];
        }

        return devices.Totals() - started;
    }

    private bool FireWeight(LayerState devices, int layer, int cell, int direction)
    {
        if (direction == 0) return false;
        var mapping = plan.Mappings[layer];
        if (mapping.DevicesPerWeight == 1) return Fire(devices, cell, mapping.Pulses, direction);
        var plus = Fire(devices, 2 * cell, mapping.Pulses, direction);
        return Fire(devices, 2 * cell + 1, mapping.Pulses, -direction) || plus;
    }

    private static bool Fire(LayerState devices, int device, int most, int direction)
    {
        var next = devices.Pulses[device] + direction;
        if (next < 0 || next > most)
        {
            devices.RefusedPulses[device]++;
            return false;
        }

        devices.Pulses[device] = next;
        var account = direction > 0 ? devices.PotentiationPulses : devices.DepressionPulses;
        account[device]++;
        return true;
    }

    private double[] DeviceWeights(int layer) =>
        [.. Enumerable.Range(0, plan.Network.Layers[layer].Weights).Select(k => WeightOf(_devices[layer], layer, k))];

    private double WeightOf(LayerState devices, int layer, int cell)
    {
        var (table, pulses) = (plan.Mappings[layer].Table, devices.Pulses);
        return plan.Mappings[layer].DevicesPerWeight == 1
            ? table[pulses[cell]]
            : table[pulses[2 * cell]] - table[pulses[2 * cell + 1]];
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
