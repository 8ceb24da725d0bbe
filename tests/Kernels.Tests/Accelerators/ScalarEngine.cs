using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>The float contract written out, one operation after another: fast float engines give these very bits.</summary>
internal sealed class ScalarEngine(EnginePlan plan) : IEngine
{
    private readonly ScalarLayer[] _layers =
        [.. plan.Network.Layers.Select((shape, layer) => new ScalarLayer(shape, plan.Mappings[layer]))];

    public void WriteState(IReadOnlyList<LayerState> layers)
    {
        for (var l = 0; l < layers.Count; l++)
        {
            var (layer, state) = (_layers[l], layers[l]);
            layer.Devices = Copy(state, null);
            layer.Moments = state.Moments?.Copy();
            layer.Weights = state.Weights is { } weights
                ? [.. weights.Select(w => (float)w)]
                : [.. Enumerable.Range(0, layer.Weights.Length).Select(k => layer.WeightOf(layer.Devices, k))];
            layer.Before = [.. layer.Weights];
        }
    }

    public IReadOnlyList<LayerState> ReadState() =>
        [.. _layers.Select(layer =>
        {
            var state = Copy(layer.Devices, [.. layer.Weights.Select(w => (double)w)]);
            state.Moments = layer.Moments?.Copy();
            return state;
        })];

    public void Descend(ReadOnlySpan<int> order, int batch, Optimizer optimizer)
    {
        for (var start = 0; start < order.Length; start += batch)
            Step(order.Slice(start, Math.Min(batch, order.Length - start)).ToArray(), optimizer);
    }

    public PulseTotals FireSigns(SignPulseQuirks quirks)
    {
        var before = Totals();
        foreach (var layer in _layers) FireLayer(layer, quirks.SharedCounters ? _layers[0] : layer, quirks.KeepTrainedAtEnds);
        return Totals() - before;
    }

    public Evaluation Evaluate(SampleChoice samples)
    {
        var set = plan.Samples(samples);
        var (loss, correct) = (0.0, 0);
        for (var start = 0; start < set.Count; start += 256)
        {
            var block = 0.0;
            for (var s = start; s < Math.Min(set.Count, start + 256); s++)
            {
                var logits = Forward(set, [s])[^1];
                var (_, sum, best) = Softmax(logits);
                block += Math.Log((double)sum) - (double)(logits[set.Labels.Span[s]] - logits[best]);
                if (best == set.Labels.Span[s]) correct++;
            }

            loss += block;
        }

        return new Evaluation(set.Count == 0 ? 0 : loss / set.Count, correct, set.Count);
    }

    public float[] Probabilities(SampleChoice samples)
    {
        var set = plan.Samples(samples);
        return [.. Enumerable.Range(0, set.Count).SelectMany(s =>
        {
            var (e, sum, _) = Softmax(Forward(set, [s])[^1]);
            return e.Select(term => term / sum);
        })];
    }

    public void Dispose()
    {
    }

    private void Step(int[] samples, Optimizer optimizer)
    {
        var values = Forward(plan.Training, samples);
        var deltas = new float[_layers.Length][];
        deltas[^1] = OutputDeltas(values[^1], samples);
        for (var l = _layers.Length - 1; l > 0; l--)
            deltas[l - 1] = _layers[l].Backward(deltas[l], values[l], plan.Network.Activation, samples.Length);
        for (var l = 0; l < _layers.Length; l++) _layers[l].Update(values[l], deltas[l], samples.Length, optimizer);
    }

    // Values from the inputs on: values[l] are the inputs of layer l, the last are the logits.
    private List<float[]> Forward(SampleSet set, int[] samples)
    {
        List<float[]> values = [[.. samples.SelectMany(s => set.Input(s).ToArray()).Select(pixel => (float)(pixel / 255.0))]];
        foreach (var layer in _layers)
        {
            var sums = layer.Forward(values[^1], samples.Length);
            var kind = layer == _layers[^1] ? Activation.Identity : plan.Network.Activation;
            values.Add([.. sums.Select(z => Activated.Value(kind, z))]);
        }

        return values;
    }

    private float[] OutputDeltas(float[] logits, int[] samples)
    {
        var (classes, share) = (plan.Network.Classes, 1f / samples.Length);
        var deltas = new float[logits.Length];
        for (var b = 0; b < samples.Length; b++)
        {
            var (e, sum, _) = Softmax(logits[(b * classes)..((b + 1) * classes)]);
            for (var c = 0; c < classes; c++)
            {
                var target = c == plan.Training.Labels.Span[samples[b]] ? 1f : 0f;
                deltas[b * classes + c] = (e[c] / sum - target) * share;
            }
        }

        return deltas;
    }

    private static (float[] E, float Sum, int Best) Softmax(float[] logits)
    {
        var best = 0;
        for (var c = 1; c < logits.Length; c++)
            if (logits[c] > logits[best]) best = c;
        float[] e = [.. logits.Select(z => Fused.Exp(z - logits[best]))];
        var sum = 0f;
        foreach (var term in e) sum += term;
        return (e, sum, best);
    }

    private static void FireLayer(ScalarLayer layer, ScalarLayer owner, bool keepTrained)
    {
        for (var k = 0; k < layer.Weights.Length; k++)
        {
            var cell = k / layer.Shape.Outputs * owner.Shape.Outputs + k % layer.Shape.Outputs;
            var fired = owner.Fire(owner.Devices, cell, layer.Weights[k].CompareTo(layer.Before[k]));
            if (fired || !keepTrained) layer.Weights[k] = owner.WeightOf(owner.Devices, cell);
            layer.Before[k] = layer.Weights[k];
        }
    }

    private PulseTotals Totals() => _layers.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Devices.Totals());

    private static LayerState Copy(LayerState state, double[]? weights) => new(state.Pulses.Length)
    {
        Pulses = [.. state.Pulses],
        PotentiationPulses = [.. state.PotentiationPulses],
        DepressionPulses = [.. state.DepressionPulses],
        RefusedPulses = [.. state.RefusedPulses],
        Weights = weights,
    };
}
