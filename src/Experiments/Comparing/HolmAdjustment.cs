namespace CrossbarSim.Experiments.Comparing;

/// <summary>P-values of several comparisons, raised so that one in twenty families has any false finding below 0.05.</summary>
/// <remarks>S. Holm: A simple sequentially rejective multiple test procedure. Scand. J. Statist. 6 (1979) 65.</remarks>
public static class HolmAdjustment
{
    /// <summary>The k-th smallest of m is multiplied by m - k + 1, and none falls below a smaller one's.</summary>
    /// <param name="p">P-values, 0 .. 1.</param>
    /// <returns>As many, in the same order, at most 1.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> p)
    {
        var (adjusted, largest) = (new double[p.Count], 0.0);
        foreach (var (rank, place) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, (p.Count - rank) * p[place]));
            adjusted[place] = largest;
        }

        return adjusted;
    }
}
