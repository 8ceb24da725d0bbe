namespace CrossbarSim.Simulator.Plots;

/// <summary>The points of a sweep as its pictures want them.</summary>
/// <param name="Axes">The axes, each with two values or more; not the seeds.</param>
/// <param name="Points">For every point, which value of each axis it has, and what is drawn of it.</param>
/// <param name="Label">What is drawn, with its unit.</param>
/// <param name="IsPercent">Whether it is a percentage.</param>
internal sealed record SweepTable(
    IReadOnlyList<SweepAxis> Axes, IReadOnlyList<(int[] Levels, double Score)> Points, string Label, bool IsPercent)
{
    /// <summary>Mean over all points, which may be several seeds, at each place of some axes.</summary>
    /// <param name="axes">The axes.</param>
    public Dictionary<(int, int), double[]> Scores(params int[] axes) => Points
        .GroupBy(point => (point.Levels[axes[0]], axes.Length > 1 ? point.Levels[axes[1]] : 0))
        .ToDictionary(group => group.Key, group => group.Select(point => point.Score).ToArray());

    /// <summary>Mean and standard deviation, NaN of a single one.</summary>
    /// <param name="scores">At least one.</param>
    public static (double Mean, double Deviation) Statistics(IReadOnlyCollection<double> scores)
    {
        var mean = scores.Average();
        return (mean, scores.Count < 2 ? double.NaN
            : Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1)));
    }

    /// <summary>Gives a vertical axis the range of some values.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="values">All that is drawn.</param>
    public void ApplyY(FigurePanel panel, IReadOnlyList<double> values)
    {
        if (IsPercent)
        {
            PercentAxis.Apply(panel, values);
            return;
        }

        var range = AxisRange.Around(values);
        panel.SetY(range, AxisTicks.Linear(range, 5));
    }
}
