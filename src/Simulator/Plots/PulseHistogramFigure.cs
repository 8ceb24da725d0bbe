using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>How the pulse counters P of each layer are distributed; one panel a layer.</summary>
public static class PulseHistogramFigure
{
    private const int MostBars = 128;
    private const int PanelHeight = 360;
    private const double BarFilling = 0.94;
    private static readonly Color Inside = FigureStyle.Series(0).Color;
    private static readonly Color AtEnd = FigureStyle.Series(5).Color;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="layers">The layers, first to last.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(
        IReadOnlyList<PulseCounters> layers, string pathWithoutExtension, string title = "")
    {
        foreach (var layer in layers) layer.Check();
        using var canvas = new FigureCanvas(title);
        canvas.Columns = layers.Count > 3 ? 2 : 1;
        var rows = (layers.Count + canvas.Columns - 1) / canvas.Columns;
        canvas.Width = canvas.Columns == 2 ? FigureStyle.Width * 3 / 2 : FigureStyle.Width;
        if (rows > 1) canvas.BodyHeight = rows * PanelHeight;
        foreach (var layer in layers) Add(canvas, layer);
        return canvas.Save(pathWithoutExtension);
    }

    private static void Add(FigureCanvas canvas, PulseCounters layer)
    {
        var bins = Bins(layer);
        var width = BinWidth(layer.Pulses);
        var panel = canvas.Add(new FigurePanel(XLabel(width), "Devices (%)", Heading(layer)));
        foreach (var bin in bins) AddBar(panel, bin, layer.Pulses);
        var range = AxisRange.Around([-0.5, layer.Pulses + 0.5]);
        panel.SetX(range, AxisTicks.Linear(new(0, layer.Pulses), 8, integers: true));
        var highest = bins.Select(b => b.Percent).DefaultIfEmpty(0).Max();
        var axis = new AxisRange(0, highest > 0 ? highest * 1.06 : 1);
        panel.SetY(axis, AxisTicks.Linear(axis, 4));
        if (layer.Counters.Count == 0) panel.AddNote("no devices");
    }

    private static int BinWidth(int pulses) => (pulses + MostBars) / MostBars;

    private static string XLabel(int width) => width == 1
        ? "Pulse counter P"
        : FormattableString.Invariant($"Pulse counter P (bars of {width} states)");

    private static string Heading(PulseCounters layer)
    {
        var name = FigureText.Clean(layer.Layer, 30);
        var (low, high) = (FigureText.Percent(layer.ShareAt(0)), FigureText.Percent(layer.ShareAt(layer.Pulses)));
        return FormattableString.Invariant($"{name}: {low} at P = 0, {high} at P = N = {layer.Pulses}");
    }

    // The two ends are bars of their own: a state in a bin would hide how many devices stand there.
    private static List<HistogramBin> Bins(PulseCounters layer)
    {
        var (n, width) = (layer.Pulses, BinWidth(layer.Pulses));
        var counts = new int[n + 1];
        foreach (var p in layer.Counters) counts[p]++;
        var toPercent = layer.Counters.Count == 0 ? 0 : 100.0 / layer.Counters.Count;
        List<HistogramBin> bins = [new(0, 1, counts[0] * toPercent, true), new(n, 1, counts[n] * toPercent, true)];
        for (var first = 1; first < n; first += width)
        {
            var states = Math.Min(width, n - first);
            var share = counts.AsSpan(first, states).ToArray().Sum() * toPercent;

            // The last bin may hold fewer states: the same scale for all.
            bins.Add(new(first, states, share * width / states, false));
        }

        return bins;
    }

    private static void AddBar(FigurePanel panel, HistogramBin bin, int pulses)
    {
        // An end of a window of thousands of states would be thinner than a pixel.
        var size = bin.IsEnd ? Math.Max(1, pulses / 150.0) : bin.States;
        var centre = bin.First + (bin.States - 1) / 2.0;
        var outward = bin.IsEnd ? (size - 1) / 2 : 0;
        panel.Plot.Add.Bar(new Bar
        {
            Position = bin.First == 0 ? centre - outward : centre + outward,
            Size = size * BarFilling,
            Value = bin.Percent,
            FillColor = bin.IsEnd ? AtEnd : Inside,
            LineWidth = 0,
        });
    }

    private readonly record struct HistogramBin(int First, int States, double Percent, bool IsEnd);
}
