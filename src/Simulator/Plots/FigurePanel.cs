using ScottPlot;
using ScottPlot.LayoutEngines;
using ScottPlot.Plottables;
using SkiaSharp;

namespace CrossbarSim.Simulator.Plots;

/// <summary>One pair of axes in the shared look.</summary>
internal sealed class FigurePanel : IDisposable
{
    /// <summary>Space for numbers and label of a vertical axis, pixels.</summary>
    public const int LeftPadding = 135;

    private const int MostMarkers = 12;
    private readonly Plot _plot = new();

    /// <summary>Creates a panel with a frame, a light grid and no data.</summary>
    /// <param name="xLabel">Horizontal axis: quantity and unit.</param>
    /// <param name="yLabel">Vertical axis: quantity and unit.</param>
    /// <param name="heading">Above the data; null: none.</param>
    /// <param name="isAboveAnother">Whether a panel below has the label of the horizontal axis for both.</param>
    public FigurePanel(string xLabel, string yLabel, string? heading = null, bool isAboveAnother = false)
    {
        Style(_plot.Axes.Bottom, xLabel);
        Style(_plot.Axes.Left, yLabel);

        // Room between the label and the numbers, which ScottPlot sets close.
        _plot.Axes.Left.Label.OffsetX = -8;
        _plot.Axes.FrameWidth(1.5f);
        _plot.Grid.MajorLineColor = FigureStyle.Grid;
        _plot.Axes.Title.Label.FontSize = FigureStyle.LabelSize;
        _plot.Axes.Title.Label.Bold = false;
        if (heading is not null) _plot.Axes.Title.Label.Text = FigureText.Clean(heading, 90);
        Padding = new PixelPadding(LeftPadding, 30, isAboveAnother ? 44 : 86, heading is null ? 16 : 54);
    }

    /// <summary>Space between the panel's edge and its data, pixels.</summary>
    public PixelPadding Padding { get; set; }

    /// <summary>What draws.</summary>
    public Plot Plot => _plot;

    /// <summary>Sets the ends and ticks of the horizontal axis.</summary>
    /// <param name="range">Its ends.</param>
    /// <param name="ticks">Its ticks.</param>
    public void SetX(AxisRange range, ITickGenerator ticks)
    {
        _plot.Axes.SetLimitsX(range.Low, range.High);
        _plot.Axes.Bottom.TickGenerator = ticks;
    }

    /// <summary>Sets the ends and ticks of the vertical axis.</summary>
    /// <param name="range">Its ends.</param>
    /// <param name="ticks">Its ticks.</param>
    public void SetY(AxisRange range, ITickGenerator ticks)
    {
        _plot.Axes.SetLimitsY(range.Low, range.High);
        _plot.Axes.Left.TickGenerator = ticks;
    }

    /// <summary>Writes headings above parts of the data, once the horizontal axis is set.</summary>
    /// <param name="headings">Centre of the part on the horizontal axis, and its heading.</param>
    public void SetHeadings(IEnumerable<(double X, string Text)> headings)
    {
        // Ticks of the upper axis stay outside the data, whatever the curves do.
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        foreach (var (x, text) in headings) ticks.AddMajor(x, text);
        Style(_plot.Axes.Top, "");
        var (left, right) = (_plot.Axes.Bottom.Min, _plot.Axes.Bottom.Max);
        _plot.Axes.SetLimitsX(left, right, _plot.Axes.Top);
        _plot.Axes.Top.TickGenerator = ticks;
        _plot.Axes.Top.TickLabelStyle.FontSize = FigureStyle.LabelSize;
        _plot.Axes.Top.MajorTickStyle.Length = 0;
        Padding = Padding with { Top = 54 };
    }

    /// <summary>Adds a curve with a dozen markers at most, so that dashes stay visible.</summary>
    /// <param name="points">Points in order; those that are not finite are left out and bridged.</param>
    /// <param name="look">How it is drawn.</param>
    /// <param name="index">Place among the curves: shifts its markers from those of its neighbours.</param>
    public void AddCurve(IEnumerable<Coordinates> points, SeriesLook look, int index = 0)
    {
        var finite = points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).ToArray();
        if (finite.Length == 0) return;
        var line = _plot.Add.ScatterLine(finite, look.Color);
        line.LineWidth = FigureStyle.CurveWidth;
        line.LinePattern = look.Pattern;
        AddMarkers([.. Marked(finite, index)], look);
    }

    /// <summary>Fills the area between two curves faintly.</summary>
    /// <param name="points">Position, lower and upper end, in order of position.</param>
    /// <param name="look">Its colour.</param>
    public void AddBand(IReadOnlyList<(double X, double Low, double High)> points, SeriesLook look)
    {
        if (points.Count < 2) return;
        FillY band = _plot.Add.FillY(
            [.. points.Select(p => p.X)], [.. points.Select(p => p.Low)], [.. points.Select(p => p.High)]);
        band.FillColor = look.Color.WithAlpha(0.18);
        band.LineColor = look.Color.WithAlpha(0.5);
        band.LineWidth = 1;
        band.MarkerSize = 0;
    }

    /// <summary>Writes a sentence where data would be.</summary>
    /// <param name="text">Why there is none.</param>
    public void AddNote(string text)
    {
        var note = _plot.Add.Annotation(text, Alignment.MiddleCenter);
        note.LabelStyle.FontSize = FigureStyle.LabelSize;
        note.LabelStyle.BackgroundColor = Colors.Transparent;
        note.LabelStyle.BorderColor = Colors.Transparent;
        note.LabelStyle.ShadowColor = Colors.Transparent;
    }

    /// <summary>Draws the panel.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="rect">Its place, pixels.</param>
    public void Render(SKCanvas canvas, PixelRect rect)
    {
        // Fixed padding lines the data of stacked panels up, whatever their tick labels.
        _plot.Layout.LayoutEngine = new FixedPadding(Padding);
        _plot.RenderManager.ClearCanvasBeforeEachRender = false;
        _plot.Render(canvas, rect);
    }

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    /// <summary>Gives an axis the shared text sizes.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="label">Quantity and unit.</param>
    public static void Style(IAxis axis, string label)
    {
        axis.Label.Text = label;
        axis.Label.FontSize = FigureStyle.LabelSize;
        axis.Label.Bold = false;
        axis.TickLabelStyle.FontSize = FigureStyle.TickSize;
        axis.MajorTickStyle.Length = 8;
        axis.MajorTickStyle.Width = 1.5f;
        axis.MinorTickStyle.Length = 4;
        if (axis.Edge.IsVertical()) axis.TickLabelStyle.OffsetY = FigureStyle.TickDrop;
    }

    private static IEnumerable<Coordinates> Marked(Coordinates[] points, int index)
    {
        if (points.Length <= 2 * MostMarkers) return points;
        var stride = points.Length / MostMarkers;
        return points.Where((_, i) => i % stride == index * 3 % stride);
    }

    private void AddMarkers(Coordinates[] points, SeriesLook look)
    {
        var markers = _plot.Add.ScatterPoints(points, look.Color);
        markers.MarkerShape = look.Marker;
        markers.MarkerStyle.CustomRenderer = new SolidMarker(look.Marker);
        markers.MarkerSize = FigureStyle.MarkerSize;
        markers.MarkerLineColor = look.Color;
        markers.MarkerLineWidth = 2;
    }
}
