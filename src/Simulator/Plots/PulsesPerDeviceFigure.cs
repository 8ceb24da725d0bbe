using CrossbarSim.Experiments.Comparing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>How many pulses single memristors got: a panel for each kind of device, on one scale.</summary>
internal static class PulsesPerDeviceFigure
{
    private const int PanelHeight = 300;
    private const int BarsPerDecade = 5;
    private const double BarFilling = 0.94;

    // Where bars without a pulse stand: left of one pulse, whose logarithm is 0.
    private const double NonePlace = -0.3;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(IReadOnlyList<DeviceSummary> devices, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title) { Columns = devices.Count > 1 ? 2 : 1 };
        if (canvas.Columns == 2) canvas.Width = FigureStyle.Width * 3 / 2;
        canvas.BodyHeight = Math.Max(2, (devices.Count + 1) / canvas.Columns) * PanelHeight;
        var right = Math.Log10(Math.Max(10, devices.Max(device => device.Pulses.Maximum))) + 0.3;
        foreach (var device in devices) Fill(canvas.Add(Panel(device)), device, right);
        return canvas.Save(pathWithoutExtension);
    }

    private static FigurePanel Panel(DeviceSummary device) => new("Pulses of one memristor", "Memristors (%)",
        $"{FigureText.Clean(device.Name, 30)}: " + FormattableString.Invariant(
            $"mean {device.Pulses.Mean:G3}, 99 % up to {device.Pulses99:N0}, most {device.Pulses.Maximum:N0}"));

    private static void Fill(FigurePanel panel, DeviceSummary device, double right)
    {
        var bars = device.Pulses.Histogram.GroupBy(entry => Bin(entry.Key),
            entry => 100.0 * entry.Value / device.Pulses.Devices).Select(bin => (Bin: bin.Key, Percent: bin.Sum())).ToList();
        foreach (var (bin, percent) in bars)
            panel.Plot.Add.Bar(new Bar
            {
                Position = bin is { } place ? (place + 0.5) / BarsPerDecade : NonePlace,
                Size = BarFilling / BarsPerDecade,
                Value = percent,
                FillColor = FigureStyle.Series(bin is null ? 5 : 0).Color,
                LineWidth = 0,
            });
        panel.SetX(new AxisRange(NonePlace - 0.2, right), Ticks(right));
        var axis = new AxisRange(0, 1.08 * bars.Max(bar => bar.Percent));
        panel.SetY(axis, AxisTicks.Linear(axis, 4));
    }

    // Bins of equal ratio; null: no pulse. A hair keeps 10, 100, ... in the bin that they begin.
    private static int? Bin(long pulses) => pulses == 0 ? null : (int)Math.Floor(Math.Log10(pulses) * BarsPerDecade + 1e-9);

    private static NumericManual Ticks(double right)
    {
        var ticks = AxisTicks.Logarithmic(new AxisRange(0, right));
        ticks.AddMajor(NonePlace, "0");
        return ticks;
    }
}
