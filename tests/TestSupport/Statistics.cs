using System.Globalization;
using Xunit;

namespace CrossbarSim.TestSupport;

/// <summary>Judges samples of random numbers: an honest generator fails one judgement in two million.</summary>
public static class Statistics
{
    private const double Sigmas = 5;

    /// <summary>Fails where the mean of independent values is more than five standard errors off.</summary>
    /// <param name="expected">The mean of the distribution.</param>
    /// <param name="deviation">The standard deviation of the distribution.</param>
    /// <param name="values">The sample.</param>
    /// <param name="what">What is judged, for the message.</param>
    public static void Mean(double expected, double deviation, IReadOnlyList<double> values, string what) =>
        Within(expected, values.Average(), deviation / Math.Sqrt(values.Count), $"mean of {what}");

    /// <summary>Fails where the variance of normal values about a known mean is more than five standard errors off.</summary>
    /// <param name="mean">The mean of the distribution.</param>
    /// <param name="deviation">The standard deviation of the distribution.</param>
    /// <param name="values">The sample.</param>
    /// <param name="what">What is judged, for the message.</param>
    public static void NormalVariance(double mean, double deviation, IReadOnlyList<double> values, string what) =>
        Within(deviation * deviation, values.Average(v => (v - mean) * (v - mean)),
            deviation * deviation * Math.Sqrt(2.0 / values.Count), $"variance of {what}");

    /// <summary>Fails where values and their partners, both with known moments, are correlated.</summary>
    /// <param name="mean">The mean of both.</param>
    /// <param name="deviation">The standard deviation of both.</param>
    /// <param name="values">The sample.</param>
    /// <param name="partners">The partner of each.</param>
    /// <param name="what">What is judged, for the message.</param>
    public static void Uncorrelated(
        double mean, double deviation, IReadOnlyList<double> values, IReadOnlyList<double> partners, string what) =>
        Within(0, values.Zip(partners, (v, p) => (v - mean) * (p - mean)).Average() / (deviation * deviation),
            1 / Math.Sqrt(Math.Min(values.Count, partners.Count)), $"correlation of {what}");

    /// <summary>Fails where a statistic is more than five of its standard errors off.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="actual">What was found.</param>
    /// <param name="error">Standard error of what was found.</param>
    /// <param name="what">What is judged, for the message.</param>
    public static void Within(double expected, double actual, double error, string what) => Assert.True(
        Math.Abs(actual - expected) <= Sigmas * error,
        string.Create(CultureInfo.InvariantCulture,
            $"{what}: {actual:R} is {Math.Abs(actual - expected) / error:F1} standard errors from {expected:R}"));
}
