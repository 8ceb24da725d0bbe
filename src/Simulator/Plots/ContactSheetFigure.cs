using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Many devices at a glance: a small panel for each, with N rising and then N falling pulses.</summary>
public static class ContactSheetFigure
{
    private const int PanelWidth = 480;
    private const int PanelHeight = 330;
    private const int MostColumns = 4;
    private const double WideRatio = 100;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="devices">The devices, row by row; at least one.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(
        IReadOnlyList<ConductanceCurve> devices, string pathWithoutExtension, string title = "")
    {
        var columns = Math.Min(MostColumns, devices.Count);
        using var canvas = new FigureCanvas(title)
        {
            Columns = columns,
            Width = columns * PanelWidth,
            BodyHeight = (devices.Count + columns - 1) / columns * PanelHeight,
        };
        foreach (var device in devices) canvas.Add(Panel(device));
        return canvas.Save(pathWithoutExtension);
    }

    private static FigurePanel Panel(ConductanceCurve device)
    {
        double[] conductances = [.. device.Potentiation, .. device.Depression];
        var scale = SiScale.For(conductances.Max());
        var axis = ValueAxis.For([.. conductances.Select(g => g * scale.Factor)], WideRatio);
        var panel = new FigurePanel("", $"G ({scale.Prefix}S)", FigureText.Clean(device.Name, 28));
        panel.Padding = panel.Padding with { Bottom = 44 };
        panel.AddCurve(Train(device).Select(p => new Coordinates(p.Pulse, axis.Position(p.Siemens * scale.Factor))),
            FigureStyle.Series(0));
        var range = AxisRange.Around([0, device.Potentiation.Count + device.Depression.Count - 2]);
        panel.SetX(range, AxisTicks.Linear(range, 3, integers: true));
        axis.Apply(panel);
        return panel;
    }

    private static IEnumerable<(int Pulse, double Siemens)> Train(ConductanceCurve device) =>
        device.Potentiation.Index().Concat(
            device.Depression.Index().Select(point => (device.Potentiation.Count - 1 + point.Index, point.Item)));
}
