namespace CrossbarSim.Experiments.Predictions;

/// <summary>Resampling in which every new pixel is the exact mean of the area it covers; outside there is 0.</summary>
internal static class AreaSampling
{
    /// <summary>Resamples a picture.</summary>
    /// <param name="levels">[height x width] row-major.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="across">The new columns.</param>
    /// <param name="down">The new rows.</param>
    /// <returns>[down.Count x across.Count] row-major.</returns>
    public static float[] Resample(float[] levels, int width, SampledAxis across, SampledAxis down)
    {
        var height = levels.Length / width;
        var narrow = new float[height * across.Count];
        for (var x = 0; x < across.Count; x++)
            for (var y = 0; y < height; y++)
                narrow[y * across.Count + x] = Mean(levels, y * width, 1, width, across.Span(x));
        var result = new float[down.Count * across.Count];
        for (var y = 0; y < down.Count; y++)
            for (var x = 0; x < across.Count; x++)
                result[y * across.Count + x] = Mean(narrow, x, across.Count, height, down.Span(y));
        return result;
    }

    // Mean of one row or column, whose elements lie `stride` apart, between two places on it.
    private static float Mean(float[] values, int first, int stride, int count, (double From, double To) span)
    {
        var (low, high) = (Math.Max(span.From, 0), Math.Min(span.To, count));
        var sum = 0.0;
        for (var i = (int)low; i < high; i++)
            sum += values[first + i * stride] * (Math.Min(high, i + 1) - Math.Max(low, i));
        return (float)(sum / (span.To - span.From));
    }
}
