using MathNet.Numerics.Distributions;

namespace CrossbarSim.Experiments.Metrics;

/// <summary>Mean of a figure over seeds, with the 95 % interval of the mean by Student's t.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Half">Half the width of the interval; NaN for fewer than two seeds.</param>
public readonly record struct SeedInterval(double Mean, double Half)
{
    private const double Upper = 0.975;

    /// <summary>Lower end; NaN for fewer than two seeds.</summary>
    public double Low => Mean - Half;

    /// <summary>Upper end; NaN for fewer than two seeds.</summary>
    public double High => Mean + Half;

    /// <summary>The interval of a sample.</summary>
    /// <param name="values">One figure per seed, at least one.</param>
    public static SeedInterval Of(IReadOnlyList<double> values)
    {
        var (count, mean) = (values.Count, values.Average());
        if (count < 2) return new SeedInterval(mean, double.NaN);
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (count - 1));
        return new SeedInterval(mean, StudentT.InvCDF(0, 1, count - 1, Upper) * deviation / Math.Sqrt(count));
    }
}
