using ScottPlot;
using ScottPlot.Panels;

namespace CrossbarSim.Simulator.Plots;

/// <summary>A result over two swept keys: a heat map with contours; means of the seeds.</summary>
internal static class SweepMapFigure
{
    private const int BarWidth = 28;
    private const int Contours = 5;
    private const double TimesNoise = 6;
    private const float LabelSize = 20;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="table">The points, of two axes.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(SweepTable table, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title);
        var (x, y) = (table.Axes[0], table.Axes[1]);
        var panel = canvas.Add(new FigurePanel(FigureText.Clean(x.Name, 60), FigureText.Clean(y.Name, 40)));
        panel.Padding = panel.Padding with { Right = 170 };
        panel.Plot.HideGrid();
        var scores = table.Scores(0, 1).ToDictionary(cell => cell.Key, cell => cell.Value.Average());
        AddCells(panel, table, scores);
        AddContours(panel, table, scores);
        panel.SetX(new AxisRange(-0.5, x.Levels.Count - 0.5), x.CellTicks());
        panel.SetY(new AxisRange(-0.5, y.Levels.Count - 0.5), y.CellTicks());
        return canvas.Save(pathWithoutExtension);
    }

    private static void AddCells(FigurePanel panel, SweepTable table, Dictionary<(int, int), double> scores)
    {
        var (columns, rows) = (table.Axes[0].Levels.Count, table.Axes[1].Levels.Count);
        var cells = new double[rows, columns];

        // The first row of the cells lies on top.
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                cells[rows - 1 - row, column] = scores.GetValueOrDefault((column, row), double.NaN);
        var map = panel.Plot.Add.Heatmap(cells);
        (map.Colormap, map.NaNCellColor) = (new ScottPlot.Colormaps.Viridis(), FigureStyle.Missing);
        var range = Range(scores);
        map.ManualRange = new ScottPlot.Range(range.Low, range.High);
        var bar = new ColorBar(map, Edge.Right) { Width = BarWidth };
        FigurePanel.Style(bar.Axis, table.Label);
        bar.Axis.TickGenerator = AxisTicks.Linear(range, 5);
        panel.Plot.Axes.AddPanel(bar);
    }

    // Lines of equal result between the centres of the cells; of fewer than three values there is no line to draw.
    private static void AddContours(FigurePanel panel, SweepTable table, Dictionary<(int, int), double> scores)
    {
        var (columns, rows) = (table.Axes[0].Levels.Count, table.Axes[1].Levels.Count);
        var range = Range(scores);
        if (columns < 3 || rows < 3 || scores.Count < columns * rows || range.High - range.Low < Noise(table)) return;
        var grid = new Coordinates3d[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) grid[row, column] = new(column, row, scores[(column, row)]);
        var lines = panel.Plot.Add.ContourLines(grid);
        lines.ContourLineLevels = [.. AxisTicks.Steps(range, Contours).Select(level => Math.Round(level.Position, 9))];
        lines.Update(grid);
        (lines.LineColor, lines.LineWidth) = (Colors.White, 2);
        lines.LabelStyle.FontSize = LabelSize;
        lines.LabelStyle.ForeColor = Colors.White;
        lines.LabelStyle.BackgroundColor = Colors.Transparent;
    }

    // Lines through what the seeds scatter by would mean nothing.
    private static double Noise(SweepTable table)
    {
        var seeds = table.Scores(0, 1).Values.Where(of => of.Length > 1).Select(of => SweepTable.Statistics(of).Deviation)
            .ToList();
        return seeds.Count == 0 ? double.Epsilon : TimesNoise * seeds.Average();
    }

    private static AxisRange Range(Dictionary<(int, int), double> scores)
    {
        var (low, high) = (scores.Values.Min(), scores.Values.Max());
        return new AxisRange(low, high > low ? high : low + 1e-9);
    }
}
