using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Heat map of the conductances of one layer; plus and minus devices of pairs in two panels.</summary>
public static class ConductanceMapFigure
{
    private const int BarWidth = 28;
    private static readonly PixelPadding Margins = new(FigurePanel.LeftPadding, 165, 86, 54);

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="map">The array.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    /// <exception cref="ArgumentException">The array is empty, or its conductances do not fit its shape.</exception>
    public static FigureFiles Save(ConductanceMap map, string pathWithoutExtension, string title = "")
    {
        map.Check();
        using var canvas = new FigureCanvas(title);
        string[] panels = map.IsDifferential ? ["plus devices (G⁺)", "minus devices (G⁻)"] : [""];
        var grid = new MapGrid(map, panels.Length);
        canvas.Columns = grid.Width <= FigureStyle.Width / 2 - 200 ? panels.Length : 1;
        var range = Range(map);
        for (var i = 0; i < panels.Length; i++) Add(canvas, map, grid, panels[i], i, range);
        canvas.Width = canvas.Columns * (int)(grid.Width + Margins.Horizontal);
        canvas.BodyHeight = panels.Length / canvas.Columns * (int)(grid.Height + Margins.Vertical);
        return canvas.Save(pathWithoutExtension);
    }

    private static AxisRange Range(ConductanceMap map)
    {
        var (low, high) = (map.Window.Gmin, map.Window.Gmax);
        foreach (var g in map.Conductances.Where(double.IsFinite)) (low, high) = (Math.Min(low, g), Math.Max(high, g));
        return new(low, high);
    }

    private static void Add(
        FigureCanvas canvas, ConductanceMap map, MapGrid grid, string part, int device, AxisRange range)
    {
        var (across, down) = grid.WordLinesAcross ? ("Word line", "Bit line") : ("Bit line", "Word line");
        var panel = canvas.Add(new FigurePanel(across, down, Heading(map, grid, part)) { Padding = Margins });
        panel.Plot.HideGrid();
        var scale = SiScale.For(range.High);
        AddCells(panel, grid.Cells(device, scale.Factor), range, scale);
        panel.SetX(new(-0.5, grid.CellsX - 0.5), LineTicks(grid.LinesX, grid.BlockX, grid.Width / 90));
        panel.SetY(new(-0.5, grid.CellsY - 0.5), Upwards(grid));
    }

    private static string Heading(ConductanceMap map, MapGrid grid, string part)
    {
        var shape = FormattableString.Invariant($"{FigureText.Clean(map.Layer, 24)}: {map.Rows} × {map.Columns}");
        var blocks = grid.BlockX * grid.BlockY > 1
            ? FormattableString.Invariant($", means of {grid.BlockX} × {grid.BlockY} devices") : "";
        return part.Length > 0 ? $"{shape}, {part}{blocks}" : shape + blocks;
    }

    private static void AddCells(FigurePanel panel, double[,] scaled, AxisRange range, SiScale scale)
    {
        var cells = panel.Plot.Add.Heatmap(scaled);
        cells.Colormap = new ScottPlot.Colormaps.Viridis();
        cells.NaNCellColor = FigureStyle.Missing;
        var printed = new AxisRange(range.Low * scale.Factor, range.High * scale.Factor);
        cells.ManualRange = new ScottPlot.Range(printed.Low, printed.High);
        var bar = new ColorBar(cells, Edge.Right) { Width = BarWidth };
        FigurePanel.Style(bar.Axis, $"Conductance ({scale.Prefix}S)");
        bar.Axis.TickGenerator = AxisTicks.Linear(printed, 5);
        panel.Plot.Axes.AddPanel(bar);
    }

    // The labels are line numbers from 0; the positions are cells.
    private static NumericManual LineTicks(int lines, int block, int target, Func<double, double>? place = null)
    {
        var ticks = new NumericManual();
        var range = new AxisRange(0, Math.Max(1, lines - 1));
        foreach (var (line, label) in AxisTicks.Steps(range, Math.Clamp(target, 2, 10), integers: true))
            if (line < lines) ticks.AddMajor(Position(line), label);
        return ticks;

        double Position(double line)
        {
            var cell = (line + 0.5) / block - 0.5;
            return place is null ? cell : place(cell);
        }
    }

    // Line 0 is on top, as in a matrix; the axis counts upwards.
    private static NumericManual Upwards(MapGrid grid) =>
        LineTicks(grid.LinesY, grid.BlockY, grid.Height / 50, cell => grid.CellsY - 1 - cell);
}
