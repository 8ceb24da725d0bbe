namespace CrossbarSim.Experiments.Sweeps;

/// <summary>Axes that move together: a grid on its own, or all lists in step.</summary>
/// <param name="Axes">Their places among the axes of the sweep, from 0.</param>
/// <param name="Length">How many values each of them has, at least 1.</param>
public sealed record AxisGroup(IReadOnlyList<int> Axes, int Length)
{
    /// <summary>The groups of a sweep without problems; its points are all combinations of their values.</summary>
    /// <param name="axes">The axes.</param>
    public static IReadOnlyList<AxisGroup> Of(IReadOnlyList<AxisOptions> axes) =>
    [
        .. Enumerable.Range(0, axes.Count)
            .GroupBy(i => axes[i].List is null ? i : -1)
            .Select(group => new AxisGroup([.. group], Values(axes[group.First()]))),
    ];

    private static int Values(AxisOptions axis) => (axis.Grid ?? axis.List)!.Count;
}
