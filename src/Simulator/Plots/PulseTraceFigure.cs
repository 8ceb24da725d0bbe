using CrossbarSim.Experiments.Curves;
using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// How a device answers pulses, in two panels: all the way up and down, and alternating ones that lead to the symmetry
/// point; with and without its noise.
/// </summary>
internal static class PulseTraceFigure
{
    private const double WideRatio = 100;

    // More points than pixels only make the picture large.
    private const int MostPoints = 1_200;

    private static readonly SeriesLook Exact = FigureStyle.Series(0);
    private static readonly SeriesLook Noisy = FigureStyle.Series(1) with { Pattern = LinePattern.Solid };
    private static readonly SeriesLook Symmetry = new(FigureStyle.Divider, LinePattern.Dashed, MarkerShape.None);

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="traces">The traces of one device.</param>
    /// <param name="symmetry">Conductance of the symmetry point, siemens; null: there is none.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title.</param>
    public static FigureFiles Save(
        IReadOnlyList<PulseTrace> traces, double? symmetry, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title) { BodyHeight = 900 };
        var scale = SiScale.For(traces.SelectMany(trace => trace.Points).Max(point => point.Siemens));
        var ratio = WideFrom(traces);
        Panel(canvas, traces.Where(trace => trace.Train == PulseTraces.UpDown), scale, ratio,
            "All the way up and down, twice", null);
        Panel(canvas, traces.Where(trace => trace.Train != PulseTraces.UpDown), scale, ratio,
            symmetry is null ? "Alternating pulses, after each pair" : "Alternating pulses from both ends, after each pair",
            symmetry);
        canvas.AddLegend("without noise", Exact);
        if (traces.Any(trace => trace.Noise)) canvas.AddLegend("with the device's noise", Noisy);
        if (symmetry is not null) canvas.AddLegend("symmetry point", Symmetry);
        return canvas.Save(pathWithoutExtension);
    }

    // A dip of the noise does not make one of the two panels logarithmic.
    private static double WideFrom(IReadOnlyList<PulseTrace> traces)
    {
        var exact = traces.Where(trace => !trace.Noise).SelectMany(trace => trace.Points).Select(point => point.Siemens).ToList();
        return exact.Max() >= WideRatio * exact.Min() ? WideRatio : double.PositiveInfinity;
    }

    private static void Panel(
        FigureCanvas canvas, IEnumerable<PulseTrace> all, SiScale scale, double ratio, string heading, double? symmetry)
    {
        var traces = all.OrderByDescending(trace => trace.Noise).ToList();
        var panel = canvas.Add(new FigurePanel("Pulse number", $"Conductance ({scale.Prefix}S)", heading));
        var axis = ValueAxis.For(
            [.. traces.SelectMany(trace => trace.Points).Select(point => point.Siemens * scale.Factor)], ratio);
        var last = traces.Max(trace => trace.Points[^1].Pulse);
        if (symmetry is { } siemens)
        {
            var place = axis.Position(siemens * scale.Factor);
            var line = panel.Plot.Add.Line(0, place, last, place);
            (line.Color, line.LineWidth, line.LinePattern) = (Symmetry.Color, FigureStyle.CurveWidth, Symmetry.Pattern);
            line.MarkerSize = 0;
        }

        foreach (var (index, trace) in traces.Index())
            panel.AddCurve(
                Thinned(trace.Points).Select(p => new Coordinates(p.Pulse, axis.Position(p.Siemens * scale.Factor))),
                trace.Noise ? Noisy : Exact, index);
        var range = AxisRange.Around([0, last]);
        panel.SetX(range, AxisTicks.Linear(range, 8, integers: true));
        axis.Apply(panel);
    }

    private static IEnumerable<(int Pulse, double Siemens)> Thinned(IReadOnlyList<(int Pulse, double Siemens)> points)
    {
        var stride = Math.Max(1, points.Count / MostPoints);
        return points.Where((_, at) => at % stride == 0 || at == points.Count - 1);
    }
}
