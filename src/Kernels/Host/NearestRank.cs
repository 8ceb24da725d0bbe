namespace CrossbarSim.Kernels.Host;

/// <summary>Quantiles of gradients.</summary>
internal static class NearestRank
{
    /// <summary>The nearest-rank quantile of the magnitudes of the values that are not zero.</summary>
    /// <param name="values">Gradients; the padding is zero.</param>
    /// <param name="quantile">q, 0 .. 1.</param>
    /// <returns>The ceil(q n)-th smallest of n magnitudes, at least the first; 0 where all values are zero.</returns>
    public static float Of(ReadOnlySpan<float> values, double quantile)
    {
        List<float> magnitudes = [];
        foreach (var value in values)
            if (value != 0) magnitudes.Add(MathF.Abs(value));
        if (magnitudes.Count == 0) return 0;
        magnitudes.Sort();
        return magnitudes[Rank(magnitudes.Count, quantile) - 1];
    }

    /// <summary>ceil(q n), at least 1.</summary>
    public static int Rank(int count, double quantile) => Math.Clamp((int)Math.Ceiling(quantile * count), 1, count);
}
