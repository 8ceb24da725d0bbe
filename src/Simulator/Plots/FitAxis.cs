using CrossbarSim.Experiments.Fitting;
using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>The pulses of a measured sweep on one axis: rising ones, then falling ones.</summary>
/// <param name="sweep">The sweep.</param>
internal sealed class FitAxis(Sweep sweep)
{
    /// <summary>Label of the axis.</summary>
    public const string Label = "Pulse number";

    /// <summary>Values at the points of the sweep.</summary>
    /// <param name="values">One for each.</param>
    public IEnumerable<Coordinates> Points(IEnumerable<double> values) =>
        sweep.Points.Zip(values, (point, value) => new Coordinates(At(point), value));

    /// <summary>The same, each direction by itself.</summary>
    /// <param name="values">One for each.</param>
    public IEnumerable<IEnumerable<Coordinates>> Parts(IEnumerable<double> values) =>
        sweep.Points.Zip(values).GroupBy(pair => pair.First.IsDepression)
            .Select(part => part.Select(pair => new Coordinates(At(pair.First), pair.Second)));

    /// <summary>Gives a panel the axis, and headings where both directions were measured.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="ticks">About how many ticks fit.</param>
    /// <param name="headings">Whether there is room for headings.</param>
    public void Apply(FigurePanel panel, int ticks = 10, bool headings = true)
    {
        var (up, down) = (sweep.PotentiationPulses, sweep.DepressionPulses);
        var range = AxisRange.Around([0, up + down]);
        panel.SetX(range, AxisTicks.Linear(range, ticks, integers: true));
        if (!sweep.HasBoth) return;
        var line = panel.Plot.Add.VerticalLine(up, 1.5f, FigureStyle.Divider, LinePattern.Solid);
        line.EnableAutoscale = false;
        if (headings) panel.SetHeadings([(up / 2.0, "Potentiation"), (up + down / 2.0, "Depression")]);
    }

    private double At(SweepPoint point) => point.Pulse + (point.IsDepression ? sweep.PotentiationPulses : 0);
}
