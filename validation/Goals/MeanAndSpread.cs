using System.Globalization;

namespace CrossbarSim.Validation.Goals;

/// <summary>Mean and sample standard deviation over seeds.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation of one seed.</param>
/// <param name="Count">Seeds.</param>
internal readonly record struct MeanAndSpread(double Mean, double Deviation, int Count)
{
    // Student's t at 99.9 % for the 4 degrees of freedom of 3 against 3 seeds: the figures of a network are compared
    // 26 times, so that one in a hundred would be met by chance.
    private const double MostErrors = 8.6;

    // Fisher's F at 99 % for 2 against 2 degrees of freedom is 99: ten times the standard deviation.
    private const double MostSpread = 10;

    /// <summary>Of values.</summary>
    public static MeanAndSpread Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new(mean, values.Count < 2 ? 0 : Math.Sqrt(squares / (values.Count - 1)), values.Count);
    }

    /// <summary>How far two means lie apart, in standard errors of their difference.</summary>
    public double ErrorsFrom(MeanAndSpread other) => Math.Abs(Mean - other.Mean)
        / Math.Sqrt(Deviation * Deviation / Count + other.Deviation * other.Deviation / other.Count);

    /// <summary>Whether both may come from the same program.</summary>
    public bool Agrees(MeanAndSpread other) => ErrorsFrom(other) <= MostErrors
        && Deviation <= MostSpread * other.Deviation && other.Deviation <= MostSpread * Deviation;

    /// <summary>Two fields of a table.</summary>
    public string Fields => string.Create(CultureInfo.InvariantCulture, $"{Mean:F5},{Deviation:F5}");
}
