namespace CrossbarSim.Experiments.Sweeps;

/// <summary>The points of a sweep by number, each computed when it is asked for: the last group moves fastest.</summary>
public sealed class SweepSpace
{
    private readonly SweepOptions _sweep;

    /// <summary>Lays the points out.</summary>
    /// <param name="sweep">A sweep without problems.</param>
    public SweepSpace(SweepOptions sweep)
    {
        (_sweep, Groups) = (sweep, AxisGroup.Of(sweep));
        Count = Groups.Aggregate(1L, (count, group) => count * group.Length);
    }

    /// <summary>The axes that move together.</summary>
    public IReadOnlyList<AxisGroup> Groups { get; }

    /// <summary>Points, also those that conditions leave out.</summary>
    public long Count { get; }

    /// <summary>Which value of every group a point has.</summary>
    /// <param name="index">The point, 0 .. <see cref="Count"/> - 1.</param>
    public int[] Places(long index)
    {
        var places = new int[Groups.Count];
        for (var group = places.Length - 1; group >= 0; group--)
            (index, places[group]) = (index / Groups[group].Length, (int)(index % Groups[group].Length));
        return places;
    }

    /// <summary>Which value of every axis a point has; -1: that of the experiment.</summary>
    /// <param name="places">Which value of every group.</param>
    public int[] Values(IReadOnlyList<int> places)
    {
        var values = new int[_sweep.AllAxes.Count];
        for (var group = 0; group < Groups.Count; group++)
            foreach (var (axis, value) in Of(Groups[group], places[group])) values[axis] = value;
        return values;
    }

    private IEnumerable<(int Axis, int Value)> Of(AxisGroup group, int place)
    {
        if (!group.OneAtATime) return group.Axes.Select(axis => (axis, place));
        var before = 1;
        List<(int, int)> values = [];
        foreach (var axis in group.Axes)
        {
            var count = _sweep.AllAxes[axis].OneAtATime!.Count;
            values.Add((axis, place >= before && place < before + count ? place - before : -1));
            before += count;
        }

        return values;
    }
}
