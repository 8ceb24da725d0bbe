using CrossbarSim.Experiments.Fitting;
using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>What each law leaves of the measured means, in percent of its window: a panel a law, on one scale.</summary>
internal static class FitResidualFigure
{
    private const int PanelHeight = 300;
    private const int Columns = 2;

    // What a law leaves that does not fit at all would press the others flat.
    private const double MostOfLeast = 4;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="result">The fits.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    public static FigureFiles Save(FitResult result, string pathWithoutExtension)
    {
        using var canvas = new FigureCanvas($"Residuals of {result.Measured.File}");
        (canvas.Columns, canvas.Width) = (Columns, FigureStyle.Width * 3 / 2);
        canvas.BodyHeight = PanelHeight * ((result.Ranked.Count + Columns - 1) / Columns);
        var residuals = result.Ranked.Select(ranked => Percent(ranked.Fit, result.Measured.Sweep)).ToList();
        var reach = Reach(residuals);
        for (var i = 0; i < residuals.Count; i++) Add(canvas, result, i, residuals[i], reach);
        return canvas.Save(pathWithoutExtension);
    }

    private static void Add(FigureCanvas canvas, FitResult result, int index, double[] percent, double reach)
    {
        var (fit, look) = (result.Ranked[index].Fit, FigureStyle.Series(0));
        var axis = new FitAxis(result.Measured.Sweep);
        var panel = canvas.Add(new FigurePanel(FitAxis.Label, "Residual (%)", Heading(result.Ranked[index])));
        axis.Apply(panel, ticks: 6, headings: false);
        var range = AxisRange.Around([-reach, reach]);
        panel.SetY(range, AxisTicks.Linear(range, 4));
        panel.Plot.Add.HorizontalLine(0, 1.5f, FigureStyle.Divider, LinePattern.Solid);
        var markers = panel.Plot.Add.ScatterPoints(axis.Points(percent).ToArray(), look.Color);
        (markers.MarkerShape, markers.MarkerSize) = (look.Marker, FigureStyle.MarkerSize / 2);
        if (percent.All(p => Math.Abs(p) > reach)) panel.AddNote($"{fit.Law} is off this scale");
    }

    private static string Heading(RankedFit ranked) => FormattableString.Invariant(
        $"{ranked.Rank}. {ranked.Fit.Law}: {100 * ranked.Fit.Quality.RmseOfWindow:G3} % of the window");

    private static double[] Percent(LawFit fit, Sweep sweep)
    {
        var window = fit.Device.Window.Gmax - fit.Device.Window.Gmin;
        return [.. sweep.Points.Zip(fit.Siemens, (point, fitted) => 100 * (point.Siemens - fitted) / window)];
    }

    private static double Reach(List<double[]> residuals)
    {
        var largest = residuals.Select(percent => percent.Max(Math.Abs)).ToList();
        return Math.Max(Math.Min(largest.Max(), MostOfLeast * largest.Min()), 1e-6);
    }
}
