using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Accuracy of several runs over each other; mean and one standard deviation where a run has several seeds.</summary>
public static class ComparisonFigure
{
    /// <summary>Draws and saves the figure.</summary>
    /// <param name="runs">The runs, in the order of the legend.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    /// <param name="withTraining">Whether a second panel shows the accuracy on the training set.</param>
    public static FigureFiles Save(
        IReadOnlyList<ComparedRun> runs, string pathWithoutExtension, string title = "", bool withTraining = false)
    {
        using var canvas = new FigureCanvas(title);
        var test = new FigurePanel(withTraining ? "" : EpochAxis.Label, "Test accuracy (%)");
        if (withTraining) test.Padding = new(115, 30, 44, 16);
        Fill(canvas.Add(test), runs, p => 100 * p.TestAccuracy);
        if (withTraining)
            Fill(canvas.Add(new FigurePanel(EpochAxis.Label, "Training accuracy (%)")), runs, p => 100 * p.TrainAccuracy);
        for (var i = 0; i < runs.Count; i++) canvas.AddLegend(LegendName(runs[i]), FigureStyle.Series(i));
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

    private static string LegendName(ComparedRun run) =>
        run.Seeds.Count > 1 ? $"{FigureText.Clean(run.Name, 36)} (mean ± 1 sd of {run.Seeds.Count})" : run.Name;
}
