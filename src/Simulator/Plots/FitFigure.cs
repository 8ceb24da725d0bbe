using CrossbarSim.Experiments.Fitting;
using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Measured means and the curves that were fitted to them: rising pulses, then falling ones.</summary>
internal static class FitFigure
{
    private const int MostCurves = 4;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="result">The fits; the first law of each class is drawn, and the one that is written.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    public static FigureFiles Save(FitResult result, string pathWithoutExtension)
    {
        using var canvas = new FigureCanvas($"{result.Chosen.Fit.Law} fitted to {result.Measured.File}");
        var axis = new FitAxis(result.Measured.Sweep);
        var scale = SiScale.For(result.Measured.Sweep.High);
        var panel = canvas.Add(new FigurePanel(FitAxis.Label, $"Conductance ({scale.Prefix}S)"));
        axis.Apply(panel);
        canvas.AddLegend("Measured (mean)", Measured, withLine: false);
        var curves = result.Ranked.Where(r => r.SameCurveAs is null && r != result.Chosen).Take(MostCurves - 1)
            .Prepend(result.Chosen).ToList();
        for (var i = 0; i < curves.Count; i++)
        {
            var look = FigureStyle.Series(i + 1) with { Marker = MarkerShape.None };
            foreach (var part in axis.Parts(curves[i].Fit.Siemens.Select(g => g * scale.Factor))) panel.AddCurve(part, look, i);
            canvas.AddLegend(curves[i].Fit.Law, look);
        }

        // On top: curves that fit would hide them.
        AddPoints(panel, axis.Points(result.Measured.Sweep.Points.Select(p => p.Siemens * scale.Factor)));
        double[] measured = [.. result.Measured.Sweep.Points.Select(p => p.Siemens * scale.Factor)];
        ValueAxis.For(measured, double.PositiveInfinity).Apply(panel);
        return canvas.Save(pathWithoutExtension);
    }

    private static SeriesLook Measured => FigureStyle.Series(0);

    private static void AddPoints(FigurePanel panel, IEnumerable<Coordinates> points)
    {
        var markers = panel.Plot.Add.ScatterPoints(points.ToArray(), Measured.Color.WithAlpha(0.5));
        markers.MarkerShape = Measured.Marker;
        markers.MarkerSize = FigureStyle.MarkerSize / 2;
    }
}
