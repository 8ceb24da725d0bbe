using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>One replica in the float contract.</summary>
internal sealed class ScalarNetwork(EnginePlan plan, ReplicaPlan replica, LawTables tables)
{
    public ScalarLayer[] Layers { get; } = [.. plan.Network.Layers.Select((shape, l) => new ScalarLayer(
        shape, new ScalarDevices(replica.Mappings[l], tables.Of(replica.Mappings[l]), replica.Seed, l, plan.Devices(l))))];

    /// <summary>One mini-batch; deltas are all taken before any weight moves.</summary>
    public void Train(int[] samples, int miniBatch, BatchRule rule, long firstSample)
    {
        var values = Forward(plan.Training, samples, ReadNumbers.Training(rule, firstSample));
        var deltas = new float[Layers.Length][];
        deltas[^1] = OutputDeltas(values[^1], samples);
        for (var l = Layers.Length - 1; l > 0; l--)
            deltas[l - 1] = Layers[l].Backward(deltas[l], values[l], plan.Network.Activation, samples.Length);
        for (var l = 0; l < Layers.Length; l++)
        {
            if (rule is Stochastic trains)
                ScalarTrains.Apply(trains, Layers[l], values[l], deltas[l], samples.Length, replica.Seed, l, firstSample);
            else
                ScalarRules.Apply(rule, Layers[l], Layers[l].Gradient(values[l], deltas[l], samples.Length), miniBatch);
        }
    }

    public void FireSigns(SignPulseQuirks quirks)
    {
        foreach (var layer in Layers) FireLayer(layer, quirks.SharedCounters ? Layers[0] : layer, quirks.KeepTrainedAtEnds);
    }

    /// <summary>Loss, hit and class probabilities of a sample.</summary>
    public (double Loss, bool Hit, float[] Probabilities) Classify(SampleChoice set, int sample)
    {
        var logits = Forward(plan.Samples(set), [sample], ReadNumbers.Evaluation(set, sample))[^1];
        var (e, sum, best) = Softmax(logits);
        var label = plan.Samples(set).Labels.Span[sample];
        return (Math.Log((double)sum) - (double)(logits[label] - logits[best]), best == label, [.. e.Select(term => term / sum)]);
    }

    // Values from the inputs on: values[l] are the inputs of layer l, the last are the logits.
    private List<float[]> Forward(SampleSet set, int[] samples, ReadNumbers reads)
    {
        List<float[]> values = [[.. samples.SelectMany(s => set.Input(s).ToArray()).Select(pixel => (float)(pixel / 255.0))]];
        foreach (var layer in Layers)
        {
            var sums = layer.Forward(values[^1], samples.Length, reads);
            var kind = layer == Layers[^1] ? Activation.Identity : plan.Network.Activation;
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
            var direction = layer.Weights[k].CompareTo(layer.Before[k]);
            var fired = direction != 0 && owner.Devices.Fire(cell, direction > 0);
            if (fired || !keepTrained) layer.Weights[k] = owner.Devices.WeightOf(cell);
            layer.Before[k] = layer.Weights[k];
        }
    }
}
