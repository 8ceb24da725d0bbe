using CrossbarSim.Experiments.Comparing;
using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Test accuracy of devices against the bend of their curves, with 95 % intervals over seeds.</summary>
internal static class NonlinearityFigure
{
    private const float WhiskerWidth = 2;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="devices">The devices, in the order of the legend.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(IReadOnlyList<DeviceSummary> devices, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title);
        var panel = canvas.Add(new FigurePanel(
            "Nonlinearity (NeuroSim's label, of the direction that bends more)", "Test accuracy (%)"));
        foreach (var (i, device) in devices.Index())
        {
            var look = FigureStyle.Series(i);
            AddWhisker(panel, device, look);
            panel.AddCurve([new Coordinates(device.Nonlinearity, 100 * device.Accuracy.Mean)], look);
            canvas.AddLegend(device.Name, look, withLine: false);
        }

        var range = AxisRange.Around(devices.Select(device => device.Nonlinearity).Append(0), least: 1);
        panel.SetX(range, AxisTicks.Linear(range, 8));
        PercentAxis.Apply(panel, [.. devices.SelectMany(device => Ends(device.Accuracy)).Select(end => 100 * end)]);
        return canvas.Save(pathWithoutExtension);
    }

    private static double[] Ends(SeedInterval interval) =>
        [interval.Mean, interval.Low ?? interval.Mean, interval.High ?? interval.Mean];

    private static void AddWhisker(FigurePanel panel, DeviceSummary device, SeriesLook look)
    {
        if (device.Accuracy is not { Low: { } low, High: { } high }) return;
        var line = panel.Plot.Add.Line(device.Nonlinearity, 100 * low, device.Nonlinearity, 100 * high);
        (line.LineColor, line.LineWidth) = (look.Color, WhiskerWidth);
    }
}
