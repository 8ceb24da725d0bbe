namespace CrossbarSim.Simulator.Plots;

/// <summary>Mean and spread over seeds at one epoch.</summary>
/// <param name="Epoch">Epoch.</param>
/// <param name="Mean">Mean over the seeds that were evaluated.</param>
/// <param name="Deviation">Sample standard deviation (n - 1); NaN for fewer than two seeds.</param>
internal readonly record struct SeedStatistics(int Epoch, double Mean, double Deviation)
{
    /// <summary>Statistics by epoch; epochs that no seed evaluated are left out.</summary>
    /// <param name="seeds">Epochs of each seed.</param>
    /// <param name="value">The figure of an epoch, NaN where not evaluated.</param>
    public static IReadOnlyList<SeedStatistics> Of(
        IReadOnlyList<IReadOnlyList<EpochPoint>> seeds, Func<EpochPoint, double> value) =>
        [.. seeds.SelectMany(s => s)
            .GroupBy(p => p.Epoch, value)
            .OrderBy(g => g.Key)
            .Select(g => Of(g.Key, [.. g.Where(double.IsFinite)]))
            .Where(s => !double.IsNaN(s.Mean))];

    private static SeedStatistics Of(int epoch, double[] values)
    {
        if (values.Length == 0) return new(epoch, double.NaN, double.NaN);
        var mean = values.Average();
        if (values.Length == 1) return new(epoch, mean, double.NaN);
        return new(epoch, mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)));
    }
}
