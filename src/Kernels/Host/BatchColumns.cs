namespace CrossbarSim.Kernels.Host;

/// <summary>
/// The non-zero inputs of a mini-batch by input instead of by sample: for each word line the samples that
/// drive it, in batch order. Rows that no sample drives get no gradient.
/// </summary>
/// <param name="rows">Inputs of the first layer.</param>
internal sealed class BatchColumns(int rows)
{
    private readonly int[] _start = new int[rows + 1];
    private readonly int[] _next = new int[rows];
    private int[] _samples = [];
    private float[] _values = [];

    /// <summary>Builds the lists of a mini-batch.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="batch">Which of them, in order.</param>
    public void Build(SparseSamples set, ReadOnlySpan<int> batch)
    {
        Array.Clear(_start);
        foreach (var sample in batch)
        foreach (var column in set.Columns(sample))
            _start[column + 1]++;
        for (var row = 0; row < rows; row++)
        {
            _start[row + 1] += _start[row];
            _next[row] = _start[row];
        }

        Reserve(_start[rows]);
        for (var b = 0; b < batch.Length; b++) Scatter(set, batch[b], b);
    }

    /// <summary>Places in the batch of the samples that drive a row, ascending.</summary>
    public ReadOnlySpan<int> Samples(int row) => _samples.AsSpan(_start[row], _start[row + 1] - _start[row]);

    /// <summary>Their inputs.</summary>
    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_start[row], _start[row + 1] - _start[row]);

    private void Scatter(SparseSamples set, int sample, int place)
    {
        var columns = set.Columns(sample);
        var levels = set.Levels(sample);
        for (var k = 0; k < columns.Length; k++)
        {
            var at = _next[columns[k]]++;
            (_samples[at], _values[at]) = (place, SparseSamples.Values[levels[k]]);
        }
    }

    private void Reserve(int count)
    {
        if (_samples.Length >= count) return;
        (_samples, _values) = (new int[count], new float[count]);
    }
}
