using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>How far programmed devices are from their targets: a histogram for each layer.</summary>
public static class CellErrorFigure
{
    private const int Bars = 81;
    private const int PanelHeight = 360;
    private const double BarFilling = 0.94;

    // Devices beyond are counted in the heading: a few stuck ones would press the others into one bar.
    private const double Shown = 0.99;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="layers">The layers, first to last.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(IReadOnlyList<CellErrors> layers, string pathWithoutExtension, string title = "")
    {
        using var canvas = new FigureCanvas(title);
        canvas.Columns = layers.Count > 3 ? 2 : 1;
        var rows = (layers.Count + canvas.Columns - 1) / canvas.Columns;
        canvas.Width = canvas.Columns == 2 ? FigureStyle.Width * 3 / 2 : FigureStyle.Width;
        if (rows > 1) canvas.BodyHeight = rows * PanelHeight;
        foreach (var layer in layers) Add(canvas, layer);
        return canvas.Save(pathWithoutExtension);
    }

    private static void Add(FigureCanvas canvas, CellErrors layer)
    {
        var widest = Widest(layer.Errors);
        var width = 2 * widest / Bars;
        var inside = layer.Errors.Where(error => Math.Abs(error) <= widest).ToList();
        var panel = canvas.Add(new FigurePanel(
            "Distance from the target (% of the window)", "Devices (%)", Heading(layer, layer.Errors.Count - inside.Count)));
        var counts = new int[Bars];
        foreach (var error in inside) counts[Math.Min(Bars - 1, (int)((error + widest) / width))]++;
        for (var bar = 0; bar < Bars; bar++)
            panel.Plot.Add.Bar(new Bar
            {
                Position = 100 * ((bar + 0.5) * width - widest),
                Size = 100 * width * BarFilling,
                Value = 100.0 * counts[bar] / Math.Max(1, layer.Errors.Count),
                FillColor = FigureStyle.Series(0).Color,
                LineWidth = 0,
            });
        var range = new AxisRange(-102 * widest, 102 * widest);
        panel.SetX(range, AxisTicks.Linear(range, 8));
        var axis = new AxisRange(0, 106.0 * counts.Max() / Math.Max(1, layer.Errors.Count));
        panel.SetY(axis, AxisTicks.Linear(axis, 4));
    }

    private static double Widest(IReadOnlyList<double> errors)
    {
        var sorted = errors.Select(Math.Abs).Order().ToList();
        var shown = sorted[Math.Min(sorted.Count - 1, (int)(Shown * sorted.Count))];
        return shown > 0 ? 1.05 * shown : 0.01;
    }

    private static string Heading(CellErrors layer, int outside)
    {
        var rms = Math.Sqrt(layer.Errors.Average(error => error * error));
        var beyond = outside == 0
            ? ""
            : FormattableString.Invariant($", {outside:N0} of {layer.Errors.Count:N0} devices farther");
        return FormattableString.Invariant($"{layer.Layer}: root mean square {100 * rms:G3} %{beyond}");
    }
}
