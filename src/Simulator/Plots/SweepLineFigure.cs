using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>A result against one swept key: a line with a band over the seeds, or one for each value of a second key.</summary>
internal static class SweepLineFigure
{
    /// <summary>Draws and saves the figure.</summary>
    /// <param name="table">The points; one axis, or two.</param>
    /// <param name="across">The axis along the page.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(SweepTable table, int across, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title);
        var lines = table.Axes.Count == 1 ? null : table.Axes[1 - across];
        var scores = lines is null ? table.Scores(across) : table.Scores(across, 1 - across);
        var panel = canvas.Add(new FigurePanel(FigureText.Clean(table.Axes[across].Name, 60), table.Label,
            Heading(scores.Values)));
        List<double> drawn = [];
        for (var line = 0; line < (lines?.Levels.Count ?? 1); line++)
        {
            drawn.AddRange(Add(panel, table.Axes[across], scores, line));
            if (lines is not null) canvas.AddLegend($"{lines.Name}: {lines.Label(line)}", FigureStyle.Series(line));
        }

        panel.SetX(table.Axes[across].Range, table.Axes[across].Ticks());
        table.ApplyY(panel, drawn);
        return canvas.Save(pathWithoutExtension);
    }

    private static IEnumerable<double> Add(
        FigurePanel panel, SweepAxis axis, Dictionary<(int, int), double[]> scores, int line)
    {
        var found = Enumerable.Range(0, axis.Levels.Count).Where(level => scores.ContainsKey((level, line)))
            .Select(level => (X: axis.Positions[level], Of: SweepTable.Statistics(scores[(level, line)]))).ToList();
        var look = FigureStyle.Series(line);
        panel.AddBand([.. found.Where(p => double.IsFinite(p.Of.Deviation))
            .Select(p => (p.X, p.Of.Mean - p.Of.Deviation, p.Of.Mean + p.Of.Deviation))], look);
        panel.AddCurve(found.Select(p => new Coordinates(p.X, p.Of.Mean)), look, line);
        return found.SelectMany(p => new[] { p.Of.Mean, p.Of.Mean - p.Of.Deviation, p.Of.Mean + p.Of.Deviation });
    }

    private static string? Heading(IEnumerable<double[]> scores)
    {
        var most = scores.Max(of => of.Length);
        return most < 2 ? null : FormattableString.Invariant($"Mean ± 1 standard deviation of {most} runs");
    }
}
