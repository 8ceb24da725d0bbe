using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Simulator.Bench;

/// <summary>Counts what passes over some samples need: inputs that are zero cost nothing.</summary>
/// <remarks>docs/performance.md has the formulas.</remarks>
internal static class EpochWork
{
    private const int WeightBytes = sizeof(float);

    // As the sparse lists of inputs are kept: a line and a level.
    private const int InputBytes = 3;

    /// <summary>One network, trained once on the given samples.</summary>
    /// <param name="network">The network.</param>
    /// <param name="set">All samples.</param>
    /// <param name="order">Those of the epoch, in order.</param>
    /// <param name="batch">Size of a mini-batch.</param>
    /// <param name="rule">The rule.</param>
    public static Work OfTraining(NetworkShape network, SampleSet set, ReadOnlySpan<int> order, int batch, BenchedRule rule)
    {
        var (multiplyAdds, bytes) = (0.0, 0.0);
        var (first, later) = (network.Layers[0].Outputs, Later(network));
        for (var start = 0; start < order.Length; start += batch)
        {
            var samples = order.Slice(start, Math.Min(batch, order.Length - start));
            var (inputs, lines) = Driven(set, samples);
            var passes = rule.HasGradients ? 2 : 1;
            multiplyAdds += (double)passes * inputs * first + (double)(passes + 1) * samples.Length * later;
            var weights = (1.0 + rule.LinearPasses) * lines * first + (2.0 + rule.LinearPasses) * later;
            bytes += (double)InputBytes * inputs + WeightBytes * weights;
        }

        return new Work((double)order.Length / BenchData.EpochSamples, multiplyAdds, bytes);
    }

    /// <summary>One network's forward passes over all samples.</summary>
    /// <param name="network">The network.</param>
    /// <param name="set">All samples.</param>
    public static Work OfForward(NetworkShape network, SampleSet set)
    {
        var inputs = (double)set.Inputs.Length - set.Inputs.Span.Count((byte)0);
        return new Work(
            set.Count, inputs * network.Layers[0].Outputs + (double)set.Count * Later(network), InputBytes * inputs);
    }

    private static long Later(NetworkShape network) => network.Layers.Skip(1).Sum(layer => (long)layer.Weights);

    // Inputs that are not zero, and word lines that at least one sample drives.
    private static (long Inputs, int Lines) Driven(SampleSet set, ReadOnlySpan<int> samples)
    {
        var (inputs, seen) = (0L, new bool[set.Size]);
        foreach (var sample in samples)
        {
            var pixels = set.Input(sample);
            for (var line = 0; line < pixels.Length; line++)
            {
                if (pixels[line] == 0) continue;
                inputs++;
                seen[line] = true;
            }
        }

        return (inputs, seen.AsSpan().Count(true));
    }
}
