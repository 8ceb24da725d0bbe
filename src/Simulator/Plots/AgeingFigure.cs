using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Test accuracy against the time since the arrays were programmed.</summary>
public static class AgeingFigure
{
    /// <summary>Draws and saves the figure.</summary>
    /// <param name="points">Accuracies in order of time; a band is drawn where they have intervals.</param>
    /// <param name="name">Name of the curve.</param>
    /// <param name="levels">Accuracies to compare with, drawn as lines across; NaN: not known.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(
        IReadOnlyList<AgedPoint> points, string name, IReadOnlyList<(string Name, double Accuracy)> levels,
        string pathWithoutExtension, string title = "")
    {
        using var canvas = new FigureCanvas(title);
        var panel = canvas.Add(new FigurePanel("Time since programming", "Test accuracy (%)"));
        var known = levels.Where(level => double.IsFinite(level.Accuracy)).ToList();
        TimeAxis.Apply(panel, [.. points.Select(p => p.Seconds)]);
        Add(panel, points, FigureStyle.Series(0));
        canvas.AddLegend(name, FigureStyle.Series(0));
        for (var i = 0; i < known.Count; i++)
        {
            var look = FigureStyle.Series(i + 1);
            var line = panel.Plot.Add.HorizontalLine(100 * known[i].Accuracy, FigureStyle.CurveWidth, look.Color, look.Pattern);
            line.EnableAutoscale = false;
            canvas.AddLegend(known[i].Name, look with { Marker = MarkerShape.None });
        }

        PercentAxis.Apply(panel, [.. points.SelectMany(Ends).Concat(known.Select(level => 100 * level.Accuracy))]);
        return canvas.Save(pathWithoutExtension);
    }

    private static IEnumerable<double> Ends(AgedPoint point) => [100 * point.Accuracy, 100 * point.Low, 100 * point.High];

    private static void Add(FigurePanel panel, IReadOnlyList<AgedPoint> points, SeriesLook look)
    {
        var banded = points.Where(p => double.IsFinite(p.Low) && double.IsFinite(p.High));
        panel.AddBand([.. banded.Select(p => (Math.Log10(p.Seconds), 100 * p.Low, 100 * p.High))], look);
        panel.AddCurve(points.Select(p => new Coordinates(Math.Log10(p.Seconds), 100 * p.Accuracy)), look);
    }
}
