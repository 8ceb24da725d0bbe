using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Datasets;

/// <summary>Shrinks pictures by exact area averaging.</summary>
/// <remarks>
/// A pixel of the result is the mean over the part of the picture that it covers, cut pixels counting by the
/// part of them that is inside, rounded to the nearest byte, halves up. Lengths are whole numbers in units of
/// a source pixel divided by the new size: nothing is rounded before the end.
/// </remarks>
/// <param name="width">Pixels per row of a picture.</param>
/// <param name="height">Rows of a picture.</param>
/// <param name="size">Width and height of the result, at most <paramref name="width"/> and <paramref name="height"/>.</param>
internal sealed class AreaShrink(int width, int height, int size)
{
    private readonly AxisPart[] _columns = AxisPart.Divide(width, size);
    private readonly AxisPart[] _rows = AxisPart.Divide(height, size);

    /// <summary>Shrinks every picture.</summary>
    /// <param name="set">Pictures, Size = width * height.</param>
    /// <param name="threads">Threads at most; -1 for as many as the machine has.</param>
    /// <returns>The same labels with pictures of Size = size * size.</returns>
    public SampleSet Apply(SampleSet set, int threads)
    {
        var small = new byte[set.Count * size * size];
        Parallel.For(0, set.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, sample =>
            Shrink(set.Input(sample), small.AsSpan(sample * size * size, size * size)));
        return new SampleSet(small, set.Labels, size * size);
    }

    private void Shrink(ReadOnlySpan<byte> picture, Span<byte> small)
    {
        // A covered part is width x height in the units of both axes, for every pixel of the result.
        var area = width * height;
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                small[row * size + column] = (byte)((2 * Sum(picture, _rows[row], _columns[column]) + area) / (2 * area));
    }

    private int Sum(ReadOnlySpan<byte> picture, AxisPart rows, AxisPart columns)
    {
        var sum = 0;
        for (var r = 0; r < rows.Weights.Length; r++)
        {
            var line = picture.Slice((rows.First + r) * width + columns.First, columns.Weights.Length);
            var inLine = 0;
            for (var c = 0; c < line.Length; c++) inLine += columns.Weights[c] * line[c];
            sum += rows.Weights[r] * inLine;
        }

        return sum;
    }
}
