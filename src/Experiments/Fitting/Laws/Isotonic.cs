namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>The strictly rising step curve that is nearest to values, by weighted least squares.</summary>
/// <remarks>
/// Pool adjacent violators: R. E. Barlow et al.: Statistical Inference under Order Restrictions, 1972, section 1.2.
/// </remarks>
internal static class Isotonic
{
    /// <summary>Its levels, each at the mean place of what it pools.</summary>
    /// <param name="values">The values, in order of their places.</param>
    public static IReadOnlyList<Level> Rising(IEnumerable<Level> values)
    {
        List<Level> levels = [];
        foreach (var value in values)
        {
            var level = value;
            while (levels.Count > 0 && (levels[^1].Value >= level.Value || levels[^1].Place >= level.Place))
            {
                level = Pool(levels[^1], level);
                levels.RemoveAt(levels.Count - 1);
            }

            levels.Add(level);
        }

        return levels;
    }

    /// <summary>Two levels as one.</summary>
    public static Level Pool(Level one, Level other)
    {
        var weight = one.Weight + other.Weight;
        double Mean(double a, double b) => (one.Weight * a + other.Weight * b) / weight;
        return new Level(Mean(one.Place, other.Place), Mean(one.Value, other.Value), weight);
    }
}
