using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Conditions;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>
/// The points of a sweep, each computed from its index when it is asked for, so that a plan of millions takes no memory.
/// Not for several threads at once.
/// </summary>
internal sealed class SweepPlan
{
    private readonly SweepTree _tree;
    private readonly SweepBase _start;
    private readonly ConditionValues _values;
    private readonly IReadOnlyList<Condition> _conditions;
    private long? _count;

    /// <summary>Puts a plan together.</summary>
    /// <param name="files">Texts of the files that it was read from, by full path.</param>
    /// <param name="options">The sweep.</param>
    /// <param name="tree">Its points.</param>
    /// <param name="start">The experiment that they start from.</param>
    /// <param name="values">Values of keys at a point.</param>
    public SweepPlan(
        IReadOnlyDictionary<string, string> files, SweepOptions options, SweepTree tree, SweepBase start, ConditionValues values)
    {
        (Files, Options, _tree, _start, _values) = (files, options, tree, start, values);
        _conditions = [.. (options.Where ?? []).Select(Condition.Parse)];
        Keys = [.. tree.Axes.Select(axis => axis.Key)];
    }

    /// <summary>Texts of the files that it was read from, by full path.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The sweep.</summary>
    public SweepOptions Options { get; }

    /// <summary>The experiment without any axis.</summary>
    public ExperimentOptions Experiment => _values.Options;

    /// <summary>The swept keys, in the order of the axes.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Indexes are 0 .. this - 1; conditions may leave some of them out.</summary>
    public long Size => _tree.Space.Count;

    /// <summary>Points, without those that conditions leave out.</summary>
    public long Count => _count ??= _conditions.Count == 0 ? Size : Indexes(0, Size).LongCount();

    /// <summary>The points of a range of indexes.</summary>
    /// <param name="from">The first index.</param>
    /// <param name="to">The index after the last.</param>
    public IEnumerable<long> Indexes(long from, long to)
    {
        for (var index = from; index < to; index++)
            if (Holds(index)) yield return index;
    }

    /// <summary>Values of the swept keys at a point, for a table.</summary>
    /// <param name="index">The point.</param>
    public IReadOnlyList<string> Values(long index) =>
    [
        .. _tree.Space.Values(_tree.Space.Places(index)).Select((value, axis) => value >= 0
            ? _tree.Axes[axis].Text(value)
            : OptionValue.Text(OptionValue.At(Experiment, Keys[axis]))),
    ];

    /// <summary>Binds the experiment of a point.</summary>
    /// <param name="index">The point.</param>
    public SweepPoint Resolve(long index)
    {
        var found = _start.With(_tree.Point(_tree.Space.Places(index)));
        if (found.Value is { } options) return new SweepPoint(index, PointIdentity.Of(options), options, null);
        return new SweepPoint(index, PointIdentity.Of(Experiment, Keys.Zip(Values(index))), null,
            PointIdentity.Error(found.Problems.Select(problem => problem.Problem)));
    }

    private bool Holds(long index)
    {
        if (_conditions.Count == 0) return true;
        var places = _tree.Space.Places(index);
        var values = _tree.Space.Values(places);
        return _conditions.All(condition => condition.Holds(key => _values.Of(key, places, values)));
    }
}
