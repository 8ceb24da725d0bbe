using CrossbarSim.Core.Units;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>A horizontal axis of times from parts of a second to years: positions are decimal logarithms of seconds.</summary>
internal static class TimeAxis
{
    private const int LeastTicks = 2;

    private static readonly double[] Usual =
        [1e-9, 1e-6, 1e-3, 1, 60, 3_600, 86_400, 30 * 86_400.0, 31_536_000, 10 * 31_536_000.0, 1e3 * 31_536_000];

    /// <summary>Gives a panel the axis.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="seconds">All times that are drawn, above 0.</param>
    /// <returns>Its ends, decimal logarithms.</returns>
    public static AxisRange Apply(FigurePanel panel, IReadOnlyList<double> seconds)
    {
        var range = AxisRange.Around(seconds.Select(Math.Log10), least: 1);
        var inside = Usual.Where(t => Math.Log10(t) >= range.Low && Math.Log10(t) <= range.High).ToList();
        var ticks = new NumericManual();
        foreach (var time in inside.Count >= LeastTicks ? inside : seconds.Distinct())
            ticks.AddMajor(Math.Log10(time), Quantity.Format(time, "s"));
        panel.SetX(range, ticks);
        return range;
    }
}
