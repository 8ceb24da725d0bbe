namespace CrossbarSim.Kernels.Host;

/// <summary>One mini-batch, laid out once for all replicas.</summary>
/// <param name="rows">Inputs of the first layer.</param>
internal sealed class MiniBatch(int rows)
{
    /// <summary>Its samples, in order.</summary>
    public int[] Samples { get; private set; } = [];

    /// <summary>Its non-zero inputs by word line.</summary>
    public BatchColumns Columns { get; } = new(rows);

    /// <summary>Which mini-batch of the call it is, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>Training samples of the run before its first.</summary>
    public long FirstSample { get; private set; }

    /// <summary>Takes some samples; those of the last time are kept where they come again.</summary>
    /// <param name="set">All samples, always the same.</param>
    /// <param name="samples">Which of them, in order.</param>
    /// <param name="index">Which mini-batch of the call it is.</param>
    /// <param name="firstSample">Training samples of the run before its first.</param>
    public void Take(SparseSamples set, ReadOnlySpan<int> samples, int index, long firstSample)
    {
        (Index, FirstSample) = (index, firstSample);
        if (samples.SequenceEqual(Samples)) return;
        Samples = samples.ToArray();
        Columns.Build(set, Samples);
    }
}
