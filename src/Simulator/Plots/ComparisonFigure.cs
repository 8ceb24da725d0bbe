using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// Accuracy of several runs over each other; mean and one standard deviation where a run has several seeds.
/// </summary>
public static class ComparisonFigure
{
    private const int BodyOfTwo = 700;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="runs">The runs, in the order of the legend.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    /// <param name="withTraining">Whether a second panel shows the accuracy on the training set.</param>
    public static FigureFiles Save(
        IReadOnlyList<ComparedRun> runs, string pathWithoutExtension, string title = "", bool withTraining = false)
    {
        using var canvas = new FigureCanvas(title);
        var counts = runs.Select(r => r.Seeds.Count).Distinct().ToList();
        var test = new FigurePanel(
            withTraining ? "" : EpochAxis.Label, "Test accuracy (%)", Heading(counts), withTraining);
        if (withTraining) canvas.BodyHeight = BodyOfTwo;
        Fill(canvas.Add(test), runs, p => 100 * p.TestAccuracy);
        if (withTraining)
            Fill(canvas.Add(new(EpochAxis.Label, "Training accuracy (%)")), runs, p => 100 * p.TrainAccuracy);
        for (var i = 0; i < runs.Count; i++)
            canvas.AddLegend(LegendName(runs[i], counts.Count > 1), FigureStyle.Series(i));
        return canvas.Save(pathWithoutExtension);
    }

    private static void Fill(FigurePanel panel, IReadOnlyList<ComparedRun> runs, Func<EpochPoint, double> percent)
    {
        var curves = runs.Select(r => SeedStatistics.Of(r.Seeds, percent)).ToList();
        for (var i = 0; i < curves.Count; i++) panel.AddBand(Band(curves[i]), FigureStyle.Series(i));
        for (var i = 0; i < curves.Count; i++)
            panel.AddCurve(curves[i].Select(s => new Coordinates(s.Epoch, s.Mean)), FigureStyle.Series(i), i);
        EpochAxis.Apply(panel, runs.SelectMany(r => r.Seeds).SelectMany(s => s).Select(p => p.Epoch));
        PercentAxis.Apply(panel, [.. curves.SelectMany(c => c).SelectMany(Ends)]);
    }

    private static List<(double X, double Low, double High)> Band(IReadOnlyList<SeedStatistics> curve) =>
        [.. curve.Where(s => !double.IsNaN(s.Deviation))
            .Select(s => ((double)s.Epoch, s.Mean - s.Deviation, s.Mean + s.Deviation))];

    private static double[] Ends(SeedStatistics s) =>
        double.IsNaN(s.Deviation) ? [s.Mean] : [s.Mean - s.Deviation, s.Mean + s.Deviation];

    private static string? Heading(List<int> counts)
    {
        if (counts.All(c => c <= 1)) return null;
        return counts.Count > 1
            ? "Mean ± 1 standard deviation over seeds"
            : FormattableString.Invariant($"Mean ± 1 standard deviation of {counts[0]} seeds");
    }

    private static string LegendName(ComparedRun run, bool withCount)
    {
        if (!withCount) return run.Name;
        var seeds = run.Seeds.Count == 1 ? "1 seed" : FormattableString.Invariant($"{run.Seeds.Count} seeds");
        return $"{FigureText.Clean(run.Name, 45)} ({seeds})";
    }
}
