using CrossbarSim.Experiments.Comparing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// What each parameter of a device costs: accuracy gained with it ideal, as bars with 95 % intervals, a panel a device.
/// </summary>
internal static class SensitivityFigure
{
    private const int BarHeight = 56;
    private const int NamePadding = 190;
    private const double BarFilling = 0.7;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="rows">The parameters, device by device.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(IReadOnlyList<SensitivityRow> rows, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title);
        var devices = rows.GroupBy(row => row.Device).Select(group => group.ToList()).ToList();
        var most = devices.Max(group => group.Count);
        canvas.BodyHeight = devices.Count * (most * BarHeight + 140);
        var range = AxisRange.Around([0, .. rows.SelectMany(row => Ends(row.Gain.Interval))], least: 0.5);
        foreach (var group in devices)
        {
            var panel = canvas.Add(new FigurePanel("Test accuracy gained (points)", "", FigureText.Clean(group[0].Device, 60)));
            panel.Padding = panel.Padding with { Left = NamePadding };
            Fill(panel, group, most, range);
        }

        return canvas.Save(pathWithoutExtension);
    }

    private static double[] Ends(SeedInterval gain) =>
        [100 * gain.Mean, 100 * (gain.Low ?? gain.Mean), 100 * (gain.High ?? gain.Mean)];

    private static void Fill(FigurePanel panel, List<SensitivityRow> rows, int most, AxisRange range)
    {
        var names = new NumericManual();
        foreach (var (i, row) in rows.OrderByDescending(row => row.Gain.Interval.Mean).Index())
        {
            var place = most - 1 - i;
            names.AddMajor(place, row.Parameter);
            AddBar(panel, row.Gain.Interval, place);
        }

        panel.SetX(range, AxisTicks.Linear(range, 8));
        panel.SetY(new AxisRange(-0.6, most - 0.4), names);
        panel.Plot.Add.VerticalLine(0, 1.5f, FigureStyle.Ink, LinePattern.Solid);
    }

    private static void AddBar(FigurePanel panel, SeedInterval gain, int place)
    {
        var bar = panel.Plot.Add.Bar(new Bar
        {
            Position = place,
            Value = 100 * gain.Mean,
            Size = BarFilling,
            FillColor = FigureStyle.Series(gain.Mean < 0 ? 1 : 0).Color,
            LineWidth = 0,
        });
        bar.Horizontal = true;
        if (gain is not { Low: { } low, High: { } high }) return;
        var line = panel.Plot.Add.Line(100 * low, place, 100 * high, place);
        (line.LineColor, line.LineWidth) = (FigureStyle.Ink, 3);
    }
}
