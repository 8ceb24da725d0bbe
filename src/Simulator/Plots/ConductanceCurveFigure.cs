using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// Conductance against pulse number as it is measured: potentiation pulses from gmin, then as many depression
/// pulses from gmax.
/// </summary>
/// <remarks>
/// Devices with the same number of pulses share the pulse axis. Otherwise each branch is drawn over the part of
/// it that has been fired, so that every device turns at the same place.
/// </remarks>
public static class ConductanceCurveFigure
{
    // Windows this far apart are not both readable on a linear axis.
    private const double WideRatio = 100;

    /// <summary>A title that says what is drawn.</summary>
    /// <param name="devices">How many devices.</param>
    public static string TitleOf(int devices) => devices == 1 ? "Conductance curve" : "Conductance curves";

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="devices">The devices, in the order of the legend.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(
        IReadOnlyList<ConductanceCurve> devices, string pathWithoutExtension, string title = "")
    {
        using var canvas = new FigureCanvas(title);
        var conductances = devices.SelectMany(d => d.Potentiation.Concat(d.Depression)).Where(double.IsFinite).ToList();
        var scale = SiScale.For(conductances.DefaultIfEmpty(0).Max());
        var axis = ValueAxis.For([.. conductances.Select(g => g * scale.Factor)], WideRatio);
        var common = CommonPulses(devices);
        var panel = canvas.Add(new FigurePanel(XLabel(common), $"Conductance ({scale.Prefix}S)"));
        AddTurn(panel, common);
        for (var i = 0; i < devices.Count; i++)
        {
            var device = devices[i];
            var points = Train(device, common)
                .Select(p => new Coordinates(p.X, axis.Position(p.Siemens * scale.Factor)));
            panel.AddCurve(points, FigureStyle.Series(i), i);
            canvas.AddLegend(LegendName(device, common), FigureStyle.Series(i));
        }

        axis.Apply(panel);
        return canvas.Save(pathWithoutExtension);
    }

    // N where all branches of all devices have the same.
    private static int? CommonPulses(IReadOnlyList<ConductanceCurve> devices)
    {
        var counts = devices.SelectMany(d => new[] { d.Potentiation.Count, d.Depression.Count }).Distinct().ToList();
        return counts.Count == 1 ? counts[0] - 1 : null;
    }

    private static string XLabel(int? common) => common is null ? "Pulse number / N" : "Pulse number";

    private static string LegendName(ConductanceCurve device, int? common) => common is null
        ? FormattableString.Invariant($"{FigureText.Clean(device.Name, 40)} (N = {device.PulsesText})")
        : device.Name;

    private static IEnumerable<(double X, double Siemens)> Train(ConductanceCurve device, int? common)
    {
        var length = common ?? 1.0;
        return Branch(device.Potentiation, 0, length).Concat(Branch(device.Depression, length, length));
    }

    private static IEnumerable<(double X, double Siemens)> Branch(
        IReadOnlyList<double> conductances, double start, double length) =>
        conductances.Select((g, n) => (start + length * n / Math.Max(1, conductances.Count - 1), g));

    private static void AddTurn(FigurePanel panel, int? common)
    {
        var turn = common ?? 1.0;
        var line = panel.Plot.Add.VerticalLine(turn, 1.5f, FigureStyle.Divider, LinePattern.Solid);
        line.EnableAutoscale = false;
        var range = AxisRange.Around([0, 2 * turn]);
        panel.SetX(range, AxisTicks.Linear(range, 10, integers: common is not null));
        panel.SetHeadings([(turn / 2, "Potentiation"), (turn * 1.5, "Depression")]);
    }
}
