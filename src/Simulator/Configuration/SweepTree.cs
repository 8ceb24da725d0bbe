using CrossbarSim.Experiments.Sweeps;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>The axes of a sweep where they were written.</summary>
internal sealed class SweepTree
{
    private readonly IReadOnlyList<(string Key, Location KeyAt, IReadOnlyList<LocatedNode> Values)> _axes;

    /// <summary>Finds the axes.</summary>
    /// <param name="root">The tree of the sweep.</param>
    /// <param name="sweep">What was bound from it, without problems.</param>
    public SweepTree(LocatedNode root, SweepOptions sweep)
    {
        File = root.At.Source;
        Groups = AxisGroup.Of(sweep.Axes);
        _axes = [.. ((SequenceNode)root.Child("axes")!).Items.Zip(sweep.Axes, Axis)];
    }

    /// <summary>The file of the sweep.</summary>
    public SourceText File { get; }

    /// <summary>The axes that move together.</summary>
    public IReadOnlyList<AxisGroup> Groups { get; }

    /// <summary>What a point sets, shorter keys first.</summary>
    /// <param name="places">For every group, which of its values.</param>
    public IReadOnlyList<KeySetting> Point(IReadOnlyList<int> places) =>
    [
        .. Groups.Zip(places).SelectMany(g => g.First.Axes.Select(axis => Setting(axis, g.Second)))
            .OrderBy(setting => setting.Path.Count(c => c == '.')),
    ];

    /// <summary>Where a value of a group was written: that of its first axis.</summary>
    /// <param name="group">The group.</param>
    /// <param name="place">Which of its values.</param>
    public Location At(AxisGroup group, int place) => Setting(group.Axes[0], place).Value.At;

    private KeySetting Setting(int axis, int place)
    {
        var (key, keyAt, values) = _axes[axis];
        return new KeySetting(key, keyAt, values[place]);
    }

    private static (string, Location, IReadOnlyList<LocatedNode>) Axis(LocatedNode node, AxisOptions axis) =>
        (axis.Key, node.Nearest("key").At, ((SequenceNode)node.Child(axis.Grid is null ? "list" : "grid")!).Items);
}
