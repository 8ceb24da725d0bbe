namespace CrossbarSim.Simulator.Plots;

/// <summary>The horizontal axis that epochs share.</summary>
internal static class EpochAxis
{
    /// <summary>Its label.</summary>
    public const string Label = "Epoch";

    /// <summary>Gives a panel the axis from epoch 0 or the first to the last.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="epochs">All epochs that are drawn.</param>
    public static void Apply(FigurePanel panel, IEnumerable<int> epochs)
    {
        var range = AxisRange.Around(epochs.Select(e => (double)e).DefaultIfEmpty(0), least: 1);
        panel.SetX(range, AxisTicks.Linear(range, 10, integers: true));
    }
}
