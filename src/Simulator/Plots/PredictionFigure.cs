using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Pictures beside bar charts of their probabilities: blue where right, red and striped where wrong.</summary>
public static class PredictionFigure
{
    /// <summary>Pictures on a page.</summary>
    public const int MostOnPage = 15;

    private const int PagePictures = 3;
    private const int PageSide = 164;
    private const int SingleSide = 400;
    private const int Margin = 18;
    private const int SingleWidth = 540;
    private const int Spare = (SingleWidth - SingleSide) / 2;

    // Room for the mark of the true class.
    private const double MostBar = 1.16;
    private const float StripeEvery = 0.1f;
    private static readonly Color Right = FigureStyle.Series(0).Color;
    private static readonly Color Wrong = Color.FromHex("#C00000");
    private static readonly SeriesLook RightLook = new(Right, LinePattern.Solid, MarkerShape.FilledSquare);
    private static readonly SeriesLook WrongLook = new(Wrong, LinePattern.Solid, MarkerShape.FilledSquare);
    private static readonly SeriesLook TruthLook = new(FigureStyle.Ink, LinePattern.Solid, MarkerShape.FilledTriangleDown);

    /// <summary>Draws and saves a page of pictures whose true classes are known.</summary>
    /// <param name="pictures">The pictures; those beyond <see cref="MostOnPage"/> are left out.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    /// <param name="none">What to write where there is no picture.</param>
    public static FigureFiles SavePage(
        IReadOnlyList<PredictedPicture> pictures, string pathWithoutExtension, string title = "", string none = "no pictures")
    {
        using var canvas = new FigureCanvas(title);
        if (pictures.Count == 0) canvas.Add(Note(none));
        else canvas.Columns = 2 * PagePictures;
        foreach (var picture in pictures.Take(MostOnPage)) Add(canvas, picture, PageSide, FigureStyle.TickSize);
        var rows = (Math.Min(pictures.Count, MostOnPage) + PagePictures - 1) / PagePictures;
        if (rows > 0) canvas.BodyHeight = rows * Height(PageSide);
        if (rows > 0) AddLegend(canvas);
        return canvas.Save(pathWithoutExtension);
    }

    /// <summary>Draws and saves one picture, large.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(PredictedPicture picture, string pathWithoutExtension, string title = "")
    {
        using var canvas = new FigureCanvas(title) { Columns = 2, Width = 2 * SingleWidth, BodyHeight = Height(SingleSide) };
        var drawn = canvas.Add(new FigurePanel("", "") { Padding = Padding with { Left = Spare, Right = Spare } });
        AddPicture(drawn, picture, FigureStyle.LabelSize);
        var bars = canvas.Add(new FigurePanel("", "Probability (%)") { Padding = Padding with { Left = 2 * Spare - Margin } });
        AddBars(bars, picture, SingleSide);
        bars.SetY(new(0, MostBar), Percents());
        return canvas.Save(pathWithoutExtension);
    }

    private static int Height(int side) => side + (int)Padding.Vertical;

    private static PixelPadding Padding => new(Margin, Margin, 52, 14);

    private static FigurePanel Note(string text)
    {
        var panel = new FigurePanel("", "") { Padding = Padding };
        panel.Plot.HideGrid();
        panel.Plot.Axes.Frameless();
        panel.AddNote(text);
        return panel;
    }

    private static void Add(FigureCanvas canvas, PredictedPicture picture, int side, float size)
    {
        AddPicture(canvas.Add(new FigurePanel("", "") { Padding = Padding }), picture, size);
        AddBars(canvas.Add(new FigurePanel("", "") { Padding = Padding }), picture, side);
    }

    private static void AddPicture(FigurePanel panel, PredictedPicture picture, float size)
    {
        var height = picture.Pixels.Length / picture.Width;
        var cells = new double[height, picture.Width];
        for (var i = 0; i < picture.Pixels.Length; i++)
            cells[i / picture.Width, i % picture.Width] = picture.Pixels.Span[i];
        var map = panel.Plot.Add.Heatmap(cells);
        map.Colormap = new ScottPlot.Colormaps.Grayscale().Reversed();
        map.ManualRange = new ScottPlot.Range(0, 255);
        panel.Plot.HideGrid();
        panel.SetX(new(-0.5, picture.Width - 0.5), new EmptyTickGenerator());
        panel.SetY(new(-0.5, height - 0.5), new EmptyTickGenerator());
        var label = panel.Plot.Axes.Bottom.Label;
        (label.Text, label.FontSize, label.ForeColor) = (Caption(picture), size, CaptionColor(picture));
    }

    private static Color CaptionColor(PredictedPicture picture) =>
        picture.Label is null ? FigureStyle.Ink : picture.IsWrong ? Wrong : Right;

    private static string Caption(PredictedPicture picture)
    {
        var says = string.Create(CultureInfo.InvariantCulture,
            $"{picture.Prediction.Class}  {100 * picture.Prediction.Probability:0}%");
        return picture.Label is { } label ? $"{says} ({label}) {(picture.IsWrong ? "✗" : "✓")}" : says;
    }

    private static void AddBars(FigurePanel panel, PredictedPicture picture, int side)
    {
        var probabilities = picture.Prediction.Probabilities;
        for (var c = 0; c < probabilities.Count; c++) AddBar(panel, picture, c);
        if (picture.Label is { } label) AddTruth(panel, label, probabilities[label], side);
        panel.Plot.HideGrid();
        panel.SetX(new(-0.7, probabilities.Count - 0.3), ClassTicks(probabilities.Count, side));
        panel.SetY(new(0, MostBar), new EmptyTickGenerator());
        panel.Plot.Axes.Bottom.MajorTickStyle.Length = 0;
        panel.Plot.Axes.Bottom.TickLabelStyle.OffsetY = FigureStyle.TickDrop;
        panel.Plot.Axes.Bottom.TickLabelStyle.FontSize = side > PageSide ? FigureStyle.TickSize : FigureStyle.TickSize - 4;
    }

    private static void AddBar(FigurePanel panel, PredictedPicture picture, int c)
    {
        var height = picture.Prediction.Probabilities[c];
        var chosen = c == picture.Prediction.Class;
        var color = !chosen ? FigureStyle.Divider : picture.IsWrong ? Wrong : Right;
        var bar = panel.Plot.Add.Bar(c, height);
        (bar.Color, bar.Bars[0].Size, bar.Bars[0].LineWidth) = (color, 0.8, 0);
        if (!chosen || !picture.IsWrong) return;

        // Stripes tell a mistake where colours cannot: on paper without them.
        for (var y = StripeEvery / 2; y < height; y += StripeEvery)
        {
            var line = panel.Plot.Add.Line(c - 0.4, y, c + 0.4, y);
            (line.Color, line.LineWidth) = (Colors.White, 3);
        }
    }

    private static void AddTruth(FigurePanel panel, int label, float height, int side)
    {
        var marker = panel.Plot.Add.Marker(label, height + 0.08, TruthLook.Marker, color: FigureStyle.Ink);
        marker.MarkerStyle.CustomRenderer = new SolidMarker(TruthLook.Marker);
        marker.MarkerSize = side > PageSide ? 1.5f * FigureStyle.MarkerSize : FigureStyle.MarkerSize;
    }

    // Ten digits fit; of more classes only some are named.
    private static NumericManual ClassTicks(int classes, int side)
    {
        var ticks = new NumericManual();
        var step = Math.Max(1, (classes * 16 + side - 1) / side);
        for (var c = 0; c < classes; c += step) ticks.AddMajor(c, c.ToString(CultureInfo.InvariantCulture));
        return ticks;
    }

    private static NumericManual Percents()
    {
        var ticks = new NumericManual();
        for (var percent = 0; percent <= 100; percent += 20)
            ticks.AddMajor(percent / 100.0, percent.ToString(CultureInfo.InvariantCulture));
        return ticks;
    }

    private static void AddLegend(FigureCanvas canvas)
    {
        canvas.AddLegend("right ✓", RightLook, withLine: false);
        canvas.AddLegend("wrong ✗ (striped)", WrongLook, withLine: false);
        canvas.AddLegend("true class", TruthLook, withLine: false);
    }
}
