using CrossbarSim.Experiments.Curves;
using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Devices along pulses that differ: conductance, and below it what differs from pulse to pulse.</summary>
internal static class RampFigure
{
    private const double WideRatio = 100;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="devices">The rows of each device, in the order of the legend; all of the same pulse numbers.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    public static FigureFiles Save(IReadOnlyList<IReadOnlyList<RampPoint>> devices, string pathWithoutExtension)
    {
        (string Name, string Unit, Func<RampPoint, double> Value)[] quantities =
        [
            ("Conductance", "S", row => row.Point.ConductanceSiemens),
            .. new (string, string, Func<RampPoint, double>)[]
            {
                ("Amplitude", "V", row => row.Pulse?.Volts ?? double.NaN),
                ("Width", "s", row => row.Pulse?.Seconds ?? double.NaN),
            }.Where(quantity => devices.Any(rows => Differs(rows, quantity.Item3))),
        ];
        using var canvas = new FigureCanvas(devices.Count == 1 ? "Conductance along a ramp" : "Conductances along a ramp")
        {
            BodyHeight = 200 + 330 * quantities.Length,
        };
        foreach (var (place, quantity) in quantities.Index())
            Panel(canvas, devices, quantity, place == 0, isAboveAnother: place < quantities.Length - 1);
        foreach (var (place, rows) in devices.Index()) canvas.AddLegend(rows[0].Point.Device, FigureStyle.Series(place));
        return canvas.Save(pathWithoutExtension);
    }

    private static bool Differs(IReadOnlyList<RampPoint> rows, Func<RampPoint, double> value) => rows
        .Where(row => row.Pulse is not null).GroupBy(row => row.Point.Branch)
        .Any(branch => branch.Select(value).Distinct().Count() > 1);

    private static void Panel(
        FigureCanvas canvas, IReadOnlyList<IReadOnlyList<RampPoint>> devices,
        (string Name, string Unit, Func<RampPoint, double> Value) quantity, bool isFirst, bool isAboveAnother)
    {
        double[] values = [.. devices.SelectMany(rows => rows).Select(quantity.Value).Where(double.IsFinite)];
        var scale = SiScale.For(values.Max(Math.Abs));
        var axis = ValueAxis.For([.. values.Select(value => value * scale.Factor)], WideRatio);
        var label = $"{quantity.Name} ({scale.Prefix}{quantity.Unit})";
        var panel = canvas.Add(
            new FigurePanel(isAboveAnother ? "" : "Pulse number", label, isAboveAnother: isAboveAnother));
        var turn = Turn(devices[0]);
        var line = panel.Plot.Add.VerticalLine(turn, 1.5f, FigureStyle.Divider, LinePattern.Solid);
        line.EnableAutoscale = false;
        Coordinates Place(int row, RampPoint point) =>
            new(Pulse(row, turn), axis.Position(quantity.Value(point) * scale.Factor));
        foreach (var (place, rows) in devices.Index())
            panel.AddCurve(rows.Select((point, row) => Place(row, point)), FigureStyle.Series(place), place);
        var last = devices[0].Count - 2;
        var range = AxisRange.Around([0, last]);
        panel.SetX(range, AxisTicks.Linear(range, 10, integers: true));
        if (isFirst) panel.SetHeadings([(turn / 2.0, "Potentiation"), ((turn + last) / 2.0, "Depression")]);
        axis.Apply(panel);
    }

    private static int Turn(IReadOnlyList<RampPoint> rows) =>
        rows.Count(row => row.Point.Branch == ConductanceCurves.Potentiation) - 1;

    // The first row of the falling pulses is the last of the rising ones again.
    private static int Pulse(int row, int turn) => row <= turn ? row : row - 1;
}
