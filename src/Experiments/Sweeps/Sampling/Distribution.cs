using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Experiments.Sweeps.Sampling;

/// <summary>Turns places in the unit interval into numbers of a distribution, by its quantiles.</summary>
/// <param name="options">A distribution of numbers, not a choice, without problems.</param>
public sealed class Distribution(DistributionOptions options)
{
    private readonly ScaledPair _pair = ScaledPair.Parse(Numbers(options)!)!;

    /// <summary>What is wrong with the numbers of a distribution; null: nothing, or it has none.</summary>
    /// <param name="options">The distribution.</param>
    public static string? Problem(DistributionOptions options)
    {
        if (Numbers(options) is not { } numbers) return null;
        if (ScaledPair.Parse(numbers) is not { } pair)
            return $"[{numbers[0].Yaml}, {numbers[1].Yaml}] are not two numbers with the same unit, or without one";
        if (options.Normal is not null) return pair.Second > 0 ? null : "the standard deviation is not above 0";
        if (pair.First >= pair.Second) return "the first number is not below the second";
        return options.LogUniform is not null && pair.First <= 0 ? "a ratio needs numbers above 0" : null;
    }

    /// <summary>The number below which a share of the distribution lies.</summary>
    /// <param name="u">The share, above 0 and below 1.</param>
    /// <returns>The number with its unit, 9 significant digits.</returns>
    public string At(double u) => _pair.Text(options.Whole ? Whole(u) : Number(u));

    private static IReadOnlyList<Core.Options.AnyValue>? Numbers(DistributionOptions options) =>
        options.Uniform ?? options.LogUniform ?? options.Normal;

    private double Lowest => Math.Ceiling(_pair.First);

    private double Highest => Math.Floor(_pair.Second);

    private double Number(double u)
    {
        var (first, second) = (_pair.First, _pair.Second);
        if (options.Normal is not null) return first + second * NormalDistribution.Quantile(u);
        return options.LogUniform is not null ? first * Math.Pow(second / first, u) : first + u * (second - first);
    }

    // Each whole number of a uniform range is as likely, also the two at its ends.
    private double Whole(double u) => options.Uniform is not null
        ? Math.Min(Highest, Lowest + Math.Floor(u * (Highest - Lowest + 1)))
        : Math.Round(Number(u));
}
