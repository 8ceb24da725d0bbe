using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Conditions;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Values of keys at the points of a sweep, found without binding an experiment where that is possible.</summary>
/// <param name="tree">The points.</param>
/// <param name="start">The experiment that they start from.</param>
/// <param name="options">The same, bound.</param>
internal sealed class ConditionValues(SweepTree tree, SweepBase start, ExperimentOptions options)
{
    private readonly Dictionary<string, Source> _sources = [];

    /// <summary>The experiment without any axis.</summary>
    public ExperimentOptions Options { get; } = options;

    /// <summary>Refuses keys of conditions that the experiment does not have.</summary>
    /// <param name="problems">Receives them.</param>
    /// <param name="root">The tree of the sweep.</param>
    /// <param name="sweep">The sweep.</param>
    public void FindKeys(ProblemList problems, LocatedNode root, SweepOptions sweep)
    {
        foreach (var (index, text) in (sweep.Where ?? []).Index())
            foreach (var key in Condition.Parse(text).Keys)
                if (!tree.Axes.Any(axis => IsRelated(axis.Key, key)) && OptionValue.At(Options, key) is null)
                    problems.Add("CBS1107", $"where.{index}", $"the experiment has no value {Printable.Quoted(key)}: "
                        + "a word stands in quotation marks", root.Nearest($"where.{index}").At);
    }

    /// <summary>The value of a key at a point.</summary>
    /// <param name="key">The key.</param>
    /// <param name="places">For every group of axes, which of its values.</param>
    /// <param name="values">For every axis, which of its values; -1: the experiment's.</param>
    public object Of(string key, int[] places, int[] values)
    {
        if (!_sources.TryGetValue(key, out var source)) _sources[key] = source = new Source(tree, key,
            OptionValue.At(Options, key));
        if (source.Axis >= 0 && values[source.Axis] >= 0) return source.At(values[source.Axis]);
        if (!source.Related.Any(axis => values[axis] >= 0)) return source.Constant;
        return start.With(tree.Point(places)).Value is { } point ? OptionValue.At(point, key) ?? double.NaN : double.NaN;
    }

    // device, device.gmax and device.1.gmax all touch the conductance window of a layer.
    private static bool IsRelated(string axis, string key) => axis == key
        || axis.StartsWith(key + ".", StringComparison.Ordinal) || key.StartsWith(axis + ".", StringComparison.Ordinal)
        || (axis.StartsWith("device.", StringComparison.Ordinal) && key.StartsWith("device.", StringComparison.Ordinal)
            && WithoutLayer(axis) is var plain && WithoutLayer(key) is var other
            && (plain == other || plain.StartsWith(other + ".", StringComparison.Ordinal)
                || other.StartsWith(plain + ".", StringComparison.Ordinal)));

    private static string WithoutLayer(string key) =>
        string.Join('.', key.Split('.').Where((name, i) => i != 1 || !name.All(char.IsAsciiDigit)));

    /// <summary>Where the value of a key comes from.</summary>
    private sealed class Source(SweepTree tree, string key, object? constant)
    {
        private int _place = -1;
        private object _value = double.NaN;

        /// <summary>The axis of that very key; -1: none.</summary>
        public int Axis { get; } = tree.Axes.Index().Where(axis => axis.Item.Key == key).Select(axis => axis.Index)
            .FirstOrDefault(-1);

        /// <summary>Axes that set what the key is part of, or a part of it.</summary>
        public int[] Related { get; } =
            [.. tree.Axes.Index().Where(axis => IsRelated(axis.Item.Key, key)).Select(axis => axis.Index)];

        /// <summary>Its value where no axis sets it.</summary>
        public object Constant { get; } = constant ?? double.NaN;

        /// <summary>A value of its axis; most points have that of the point before.</summary>
        public object At(int place)
        {
            if (place != _place) (_place, _value) = (place, tree.Axes[Axis].Value(place));
            return _value;
        }
    }
}
