using ScottPlot;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Parallel coordinates: every point a line over all swept keys to its result, coloured by it.</summary>
internal static class SweepParallelFigure
{
    private const int MostLines = 1500;
    private const int MostLabels = 6;
    private const float LabelSize = 17;
    private const int WidthOfAxis = 260;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="table">The points.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(SweepTable table, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title) { Width = Math.Max(FigureStyle.Width, WidthOfAxis * (table.Axes.Count + 1)) };
        var panel = canvas.Add(new FigurePanel("", ""));
        panel.Plot.HideGrid();
        panel.Padding = new PixelPadding(150, 130, 60, 20);
        var result = AxisRange.Around(table.Points.Select(point => point.Score));
        foreach (var point in Shown(table)) AddLine(panel, table, point, result);
        foreach (var (place, axis) in table.Axes.Index()) AddAxis(panel, place, Labels(axis));
        AddAxis(panel, table.Axes.Count, AxisTicks.Steps(result, 5).Select(tick => (Share(tick.Position, result), tick.Label)));
        panel.SetX(new AxisRange(-0.15, table.Axes.Count + 0.15), Names(table));
        panel.SetY(new AxisRange(-0.04, 1.04), new NumericManual());
        return canvas.Save(pathWithoutExtension);
    }

    // The best are drawn last, over the others.
    private static IEnumerable<(int[] Levels, double Score)> Shown(SweepTable table)
    {
        var every = (table.Points.Count + MostLines - 1) / MostLines;
        return table.Points.OrderBy(point => point.Score).Reverse().Where((_, i) => i % every == 0).Reverse();
    }

    private static void AddLine(FigurePanel panel, SweepTable table, (int[] Levels, double Score) point, AxisRange result)
    {
        var share = Share(point.Score, result);
        Coordinates[] line =
        [
            .. table.Axes.Select((axis, place) => new Coordinates(place, Height(axis, point.Levels[place]))),
            new(table.Axes.Count, share),
        ];
        var drawn = panel.Plot.Add.ScatterLine(line, new ScottPlot.Colormaps.Viridis().GetColor(share).WithAlpha(0.55));
        drawn.LineWidth = 2;
    }

    private static void AddAxis(FigurePanel panel, int place, IEnumerable<(double Height, string Label)> labels)
    {
        panel.Plot.Add.VerticalLine(place, 2, FigureStyle.Ink, LinePattern.Solid);
        foreach (var (height, label) in labels)
        {
            var text = panel.Plot.Add.Text($" {label}", place, height);
            (text.LabelFontSize, text.LabelAlignment) = (LabelSize, Alignment.MiddleLeft);
            text.LabelBackgroundColor = Colors.White.WithAlpha(0.75);
        }
    }

    private static IEnumerable<(double, string)> Labels(SweepAxis axis)
    {
        var every = (axis.Levels.Count + MostLabels - 1) / MostLabels;
        return Enumerable.Range(0, axis.Levels.Count).Where(level => level % every == 0 || level == axis.Levels.Count - 1)
            .Where(level => level == axis.Levels.Count - 1 || axis.Levels.Count - 1 - level >= every || every == 1)
            .Select(level => (Height(axis, level), axis.Label(level)));
    }

    private static NumericManual Names(SweepTable table)
    {
        var ticks = new NumericManual();
        foreach (var (place, axis) in table.Axes.Index()) ticks.AddMajor(place, FigureText.Clean(axis.Name, 26));
        ticks.AddMajor(table.Axes.Count, table.Label);
        return ticks;
    }

    private static double Height(SweepAxis axis, int level) =>
        Share(axis.Positions[level], new AxisRange(axis.Positions[0], axis.Positions[^1]));

    private static double Share(double value, AxisRange range) =>
        range.High > range.Low ? (value - range.Low) / (range.High - range.Low) : 0.5;
}
