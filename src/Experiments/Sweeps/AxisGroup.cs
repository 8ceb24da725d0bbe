namespace CrossbarSim.Experiments.Sweeps;

/// <summary>Axes that move together: a grid on its own, all lists in step, all that are drawn, or all one at a time.</summary>
/// <param name="Axes">Their places among the axes of the sweep, from 0.</param>
/// <param name="Length">How many values each of them has, at least 1.</param>
/// <param name="OneAtATime">
/// Whether only one of them has a value of its own at a time: place 0 is none, then come the values of the first, and so on.
/// </param>
/// <param name="IsDrawn">Whether the values are drawn.</param>
public sealed record AxisGroup(IReadOnlyList<int> Axes, int Length, bool OneAtATime = false, bool IsDrawn = false)
{
    /// <summary>The groups of a sweep without problems; its points are all combinations of their values.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IReadOnlyList<AxisGroup> Of(SweepOptions sweep) =>
    [
        .. Enumerable.Range(0, sweep.AllAxes.Count)
            .GroupBy(i => Kind(sweep.AllAxes[i], i))
            .Select(group => Of(sweep, [.. group])),
    ];

    private static int Kind(AxisOptions axis, int place) =>
        axis.List is not null ? -1 : axis.Drawn is not null ? -2 : axis.OneAtATime is not null ? -3 : place;

    private static AxisGroup Of(SweepOptions sweep, IReadOnlyList<int> axes)
    {
        var first = sweep.AllAxes[axes[0]];
        if (first.OneAtATime is not null)
            return new AxisGroup(axes, 1 + axes.Sum(axis => sweep.AllAxes[axis].OneAtATime!.Count), OneAtATime: true);
        return new AxisGroup(axes, first.Drawn is not null
            ? sweep.Samples!.Value
            : first.Around?.Values ?? (first.Grid ?? first.List)!.Count, IsDrawn: first.Drawn is not null);
    }
}
