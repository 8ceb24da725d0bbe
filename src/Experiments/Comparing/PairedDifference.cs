using MathNet.Numerics.Distributions;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>How two devices differ, seed by seed: what a seed does to both, such as its first weights, cancels.</summary>
/// <param name="Interval">Mean difference and its 95 % interval.</param>
/// <param name="P">
/// Two-sided p-value of the paired t test, 0 .. 1: how often chance alone would give a difference at least as large; null:
/// one seed.
/// </param>
public sealed record PairedDifference(SeedInterval Interval, double? P)
{
    /// <summary>Compares the same seeds of two devices.</summary>
    /// <param name="values">The figure of each seed.</param>
    /// <param name="reference">That of the device compared with, in the same order of seeds.</param>
    /// <exception cref="ArgumentOutOfRangeException">They differ in number.</exception>
    public static PairedDifference Of(IReadOnlyList<double> values, IReadOnlyList<double> reference)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(reference.Count, values.Count);
        double[] differences = [.. values.Zip(reference, (value, other) => value - other)];
        return new PairedDifference(SeedInterval.Of(differences), differences.Length < 2 ? null : TwoSided(differences));
    }

    // Differences that are all the same leave no room for chance, unless they are all 0.
    private static double TwoSided(double[] differences)
    {
        var mean = differences.Average();
        if (mean == 0) return 1;
        var error = SeedInterval.StandardError(differences, mean);
        return error == 0 ? 0 : 2 * StudentT.CDF(0, 1, differences.Length - 1, -Math.Abs(mean / error));
    }
}
