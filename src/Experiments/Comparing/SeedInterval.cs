using MathNet.Numerics.Distributions;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>Mean of a figure over seeds, and where the mean of very many seeds would lie.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Low">Lower end of the 95 % interval of the mean; null: one seed tells no interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">Seeds, at least 1.</param>
public sealed record SeedInterval(double Mean, double? Low, double? High, int Count)
{
    /// <summary>Share of the intervals that hold the true mean.</summary>
    public const double Confidence = 0.95;

    /// <summary>Half the length of the interval; null: none.</summary>
    public double? HalfWidth => (High - Low) / 2;

    /// <summary>The interval of Student's t distribution with n - 1 degrees of freedom.</summary>
    /// <param name="values">The figure of each seed, at least one.</param>
    public static SeedInterval Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        if (values.Count < 2) return new SeedInterval(mean, null, null, values.Count);
        var half = StandardError(values, mean) * StudentT.InvCDF(0, 1, values.Count - 1, (1 + Confidence) / 2);
        return new SeedInterval(mean, mean - half, mean + half, values.Count);
    }

    /// <summary>Standard deviation of the mean of n values.</summary>
    /// <param name="values">At least two.</param>
    /// <param name="mean">Their mean.</param>
    internal static double StandardError(IReadOnlyList<double> values, double mean) =>
        Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1) / values.Count);
}
