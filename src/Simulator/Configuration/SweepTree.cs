using CrossbarSim.Experiments.Sweeps;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>The points of a sweep, and the axes where they were written.</summary>
internal sealed class SweepTree
{
    /// <summary>Finds the axes.</summary>
    /// <param name="session">The load; receives what is wrong with them.</param>
    /// <param name="root">The tree of the sweep.</param>
    /// <param name="sweep">What was bound from it, without problems.</param>
    public SweepTree(LoadSession session, LocatedNode root, SweepOptions sweep)
    {
        (File, Space) = (root.At.Source, new SweepSpace(sweep));
        Axes = new AxisReader(session, root, sweep).Read();
    }

    /// <summary>The file of the sweep.</summary>
    public SourceText File { get; }

    /// <summary>The points.</summary>
    public SweepSpace Space { get; }

    /// <summary>The axes.</summary>
    public IReadOnlyList<AxisValues> Axes { get; }

    /// <summary>What a point sets, shorter keys first.</summary>
    /// <param name="places">For every group, which of its values.</param>
    public IReadOnlyList<KeySetting> Point(IReadOnlyList<int> places) =>
    [
        .. Space.Values(places).Index().Where(axis => axis.Item >= 0).Select(axis => Axes[axis.Index].Setting(axis.Item))
            .OrderBy(setting => setting.Path.Count(c => c == '.')),
    ];

    /// <summary>Where a value of a group was written: that of its first axis that has one.</summary>
    /// <param name="group">The group.</param>
    /// <param name="place">Which of its values.</param>
    public Location At(int group, int place)
    {
        var places = new int[Space.Groups.Count];
        places[group] = place;
        var values = Space.Values(places);
        var axis = Space.Groups[group].Axes.FirstOrDefault(axis => values[axis] >= 0, Space.Groups[group].Axes[0]);
        return values[axis] < 0 ? Axes[axis].KeyAt : Axes[axis].Node(values[axis]).At;
    }
}
