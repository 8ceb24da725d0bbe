using CrossbarSim.Experiments.Results;
using ScottPlot;
using SkiaSharp;

namespace CrossbarSim.Simulator.Plots;

/// <summary>A page: title on top, panels in a grid, legend below them, saved as PNG and SVG.</summary>
internal sealed class FigureCanvas : IDisposable
{
    private const int TitleHeight = 64;
    private const int LeastBody = 460;
    private readonly List<FigurePanel> _panels = [];
    private readonly Plot _legendOwner;
    private readonly string _title;

    /// <summary>Creates an empty page.</summary>
    /// <param name="title">Title; empty: none, and no space for it.</param>
    public FigureCanvas(string title)
    {
        // Labels take the font that is registered when they are created.
        FigureFont.Register();
        _legendOwner = new Plot();
        _title = FigureText.Clean(title, 70);
    }

    /// <summary>Width, pixels.</summary>
    public int Width { get; set; } = FigureStyle.Width;

    /// <summary>Height without title and legend, pixels; null: what the nominal height leaves.</summary>
    public int? BodyHeight { get; set; }

    /// <summary>Panels beside each other.</summary>
    public int Columns { get; set; } = 1;

    /// <summary>Adds a panel; panels fill the grid row by row.</summary>
    /// <param name="panel">The panel; disposed of with the page.</param>
    /// <returns>The same panel.</returns>
    public FigurePanel Add(FigurePanel panel)
    {
        _panels.Add(panel);
        return panel;
    }

    /// <summary>Adds an entry to the legend.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="look">How it is drawn.</param>
    /// <param name="withLine">Whether it has a line through its marker.</param>
    public void AddLegend(string name, SeriesLook look, bool withLine = true)
    {
        var item = new LegendItem { LabelText = FigureText.Clean(name, 60), LabelFontSize = FigureStyle.TickSize };
        item.LabelStyle.OffsetY = FigureStyle.TickDrop;
        (item.LineColor, item.LineWidth, item.LinePattern) = (look.Color, withLine ? FigureStyle.CurveWidth : 0, look.Pattern);
        (item.MarkerShape, item.MarkerSize) = (look.Marker, FigureStyle.MarkerSize);
        (item.MarkerColor, item.MarkerLineWidth) = (look.Color, 2);
        item.MarkerStyle.CustomRenderer = new SolidMarker(look.Marker);
        _legendOwner.Legend.ManualItems.Add(item);
    }

    /// <summary>Saves both files, each written whole or not at all.</summary>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    public FigureFiles Save(string pathWithoutExtension)
    {
        var files = new FigureFiles(pathWithoutExtension + ".png", pathWithoutExtension + ".svg");
        var legendHeight = PrepareLegend();
        var body = BodyHeight ?? Math.Max(LeastBody, FigureStyle.Height - TitleSpace - legendHeight);
        var height = TitleSpace + body + legendHeight;
        void Draw(SKCanvas canvas) => Render(canvas, body, legendHeight);
        AtomicFile.Write(files.Png, stream => WritePng(stream, Width, height, Draw));
        AtomicFile.Write(files.Svg, stream => SvgPicture.Write(stream, Width, height, Draw));
        return files;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var panel in _panels) panel.Dispose();
        _legendOwner.Dispose();
    }

    private int TitleSpace => _title.Length > 0 ? TitleHeight : 0;

    private static void WritePng(Stream stream, int width, int height, Action<SKCanvas> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul))
            ?? throw new InvalidOperationException($"no memory for a picture of {width} x {height} pixels");
        draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(stream);
    }

    private int PrepareLegend()
    {
        var legend = _legendOwner.Legend;
        if (legend.ManualItems.Count == 0) return 0;
        legend.Orientation = Orientation.Horizontal;
        (legend.SymbolWidth, legend.SymbolHeight, legend.SymbolPadding) = (56, 22, 10);
        legend.InterItemPadding = new PixelPadding(0, 36, 8, 0);
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        using var paint = Paint.NewDisposablePaint();

        // Columns are tidier; names of very different lengths would waste most of them.
        legend.TightHorizontalWrapping = legend.ManualItems.Count <= 4;
        var size = new PixelSize(Width - 40, 10_000);
        return (int)Math.Ceiling(legend.GetLayout(size, paint).LegendRect.Height) + 16;
    }

    private void Render(SKCanvas canvas, int body, int legendHeight)
    {
        canvas.Clear(SKColors.White);
        using var paint = Paint.NewDisposablePaint();
        RenderTitle(canvas, paint);
        RenderPanels(canvas, body);
        if (legendHeight == 0) return;
        var top = TitleSpace + body;
        var rect = new PixelRect(20, Width - 20, top + legendHeight, top);
        _legendOwner.Legend.Render(canvas, paint, rect, Alignment.UpperCenter);
    }

    private void RenderTitle(SKCanvas canvas, Paint paint)
    {
        var label = new LabelStyle
        {
            Text = _title,
            FontSize = FigureStyle.TitleSize,
            Alignment = Alignment.MiddleCenter,
            ForeColor = FigureStyle.Ink,
        };

        // A long title shrinks rather than being cut.
        var width = label.Measure(paint).Width;
        if (width > Width - 40) label.FontSize *= (Width - 40) / width;
        label.Render(canvas, new Pixel(Width / 2f, TitleHeight / 2f + 4), paint);
    }

    // The data of all rows are equally high, whatever stands above and below them.
    private void RenderPanels(SKCanvas canvas, int body)
    {
        var rows = _panels.Chunk(Columns).ToList();
        var data = (body - rows.Sum(Surroundings)) / rows.Count;
        float top = TitleSpace;
        foreach (var row in rows)
        {
            var bottom = top + data + Surroundings(row);
            for (var i = 0; i < row.Length; i++)
                row[i].Render(canvas, new PixelRect(i * Width / Columns, (i + 1) * Width / Columns, bottom, top));
            top = bottom;
        }
    }

    private static int Surroundings(FigurePanel[] row) => (int)row.Max(p => p.Padding.Vertical);
}
