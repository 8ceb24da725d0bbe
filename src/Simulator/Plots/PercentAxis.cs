namespace CrossbarSim.Simulator.Plots;

/// <summary>A vertical axis in percent.</summary>
internal static class PercentAxis
{
    /// <summary>Gives a panel an axis around its values, inside 0 .. 100 %.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="percents">All values that are drawn, percent.</param>
    public static void Apply(FigurePanel panel, IReadOnlyList<double> percents)
    {
        var distinct = percents.Where(double.IsFinite).Distinct().Count();
        if (distinct == 0) panel.AddNote("not evaluated");

        // Curves that touch 0 or 100 % must not be cut in half by the frame.
        var range = distinct == 0
            ? new AxisRange(-2, 102)
            : AxisRange.Around(percents, floor: -2, ceiling: 102, least: distinct == 1 ? 10 : 1);
        panel.SetY(range, AxisTicks.Linear(range, 5));
    }
}
