namespace CrossbarSim.Simulator.Plots;

/// <summary>A vertical axis in percent.</summary>
internal static class PercentAxis
{
    /// <summary>Gives a panel an axis around its values, inside 0 .. 100 %.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="percents">All values that are drawn, percent.</param>
    public static void Apply(FigurePanel panel, IReadOnlyList<double> percents)
    {
        // Curves that touch 0 or 100 % must not be cut in half by the frame.
        var range = AxisRange.Around(percents, floor: -2, ceiling: 102, least: 1);
        panel.SetY(range, AxisTicks.Linear(range, 5));
        if (!percents.Any(double.IsFinite)) panel.AddNote("not evaluated");
    }
}
