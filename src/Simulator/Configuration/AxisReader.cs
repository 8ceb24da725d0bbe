using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Finds the values of the axes of a sweep where they were written, and draws those that are drawn.</summary>
/// <param name="session">The load; receives what is wrong with intervals.</param>
/// <param name="root">The tree of the sweep.</param>
/// <param name="sweep">What was bound from it, without problems.</param>
internal sealed class AxisReader(LoadSession session, LocatedNode root, SweepOptions sweep)
{
    private int _drawn;
    private int _sobol;

    /// <summary>The values of every axis, those of the seeds last.</summary>
    public IReadOnlyList<AxisValues> Read() => [.. sweep.AllAxes.Index().Select(axis => Read(axis.Index, axis.Item))];

    private AxisValues Read(int index, AxisOptions axis)
    {
        if (index >= sweep.Axes.Count) return Seeds();
        var node = ((SequenceNode)root.Child("axes")!).Items[index];
        var written = Written(axis, node);
        return new AxisValues(axis.Key, node.Nearest("key").At, Values(axis, node, written), written);
    }

    private AxisValues Seeds()
    {
        var at = root.Nearest("seeds").At;
        return new AxisValues("seed", at, place => Plain(FormattableString.Invariant($"{place + 1}"), at), []);
    }

    private static IReadOnlyList<LocatedNode> Written(AxisOptions axis, LocatedNode node)
    {
        if (axis.Drawn is not null) return Items(Kind(axis, node), "choice");
        return Items(node, axis.Grid is not null ? "grid" : axis.List is not null ? "list" : "one_at_a_time");
    }

    private Func<int, LocatedNode> Values(AxisOptions axis, LocatedNode node, IReadOnlyList<LocatedNode> written)
    {
        if (axis.Around is { } around) return new FittedInterval(session, axis.Key, around, node.Child("around")!).Values();
        if (axis.Drawn is not { } distribution) return place => written[place];
        var unit = Samples(axis);
        if (distribution.Choice is not null) return place => written[(int)(unit.At(place) * written.Count)];
        var (numbers, at) = (new Distribution(distribution), Kind(axis, node).At);
        return place => Plain(numbers.At(unit.At(place)), at);
    }

    private static LocatedNode Kind(AxisOptions axis, LocatedNode node) =>
        node.Child(axis.Random is not null ? "random" : axis.Sobol is not null ? "sobol" : "latin_hypercube")!;

    private UnitSamples Samples(AxisOptions axis)
    {
        var place = _drawn++;
        if (axis.Random is not null) return UnitSamples.Random(sweep.Seed, place);
        return axis.Sobol is not null
            ? UnitSamples.Sobol(sweep.Seed, place, _sobol++)
            : UnitSamples.LatinHypercube(sweep.Seed, place, sweep.Samples!.Value);
    }

    private static IReadOnlyList<LocatedNode> Items(LocatedNode node, string key) =>
        (node.Child(key) as SequenceNode)?.Items ?? [];

    private static ScalarNode Plain(string text, Location at) => new(text, isPlain: true, at);
}
