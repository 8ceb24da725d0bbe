using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Sweeps.Conditions;
using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>One experiment, run at every point that the axes span.</summary>
public sealed record SweepOptions : IChecked
{
    /// <summary>Most points of a plan.</summary>
    public const long MostPoints = 1_000_000_000;

    /// <summary>Full path of the experiment that every point starts from.</summary>
    [Description("The experiment that every point starts from: a file, relative to this one.")]
    [FileReference]
    public required string Experiment { get; init; }

    /// <summary>The keys that vary.</summary>
    [Description("The keys of the experiment that vary. Shorter keys are set first: a whole device, then what is "
        + "inside it.")]
    [Length(1, 100)]
    public required IReadOnlyList<AxisOptions> Axes { get; init; }

    /// <summary>How many values are drawn for every axis that is drawn.</summary>
    [Description("How many values are drawn for every axis with random, latin_hypercube or sobol.")]
    [Range(1, 10_000_000)]
    public int? Samples { get; init; }

    /// <summary>Seed of what is drawn.</summary>
    [Description("Seed of the values that are drawn; the seeds of the runs are the experiment's, or an axis.")]
    public ulong Seed { get; init; } = 1;

    /// <summary>How many seeds every point is run with.</summary>
    [Description("Runs of every point, with seeds 1, 2, 3 and so on: the same as an axis of the key seed.")]
    [Range(1, 1_000_000)]
    public int? Seeds { get; init; }

    /// <summary>Conditions that a point must meet.</summary>
    [Description("Conditions that a point must meet, such as device.gmax > 10 * device.gmin or mapping.kind != 'offset'; "
        + "others are left out of the plan.")]
    [OneOrMany]
    [Length(1, 100)]
    public IReadOnlyList<string>? Where { get; init; }

    /// <summary>The axes with that of the seeds, if there is one, which moves fastest.</summary>
    [JsonIgnore]
    public IReadOnlyList<AxisOptions> AllAxes => field ??= Seeds is not { } seeds ? Axes :
    [
        .. Axes,
        new AxisOptions
        {
            Key = "seed",
            Grid = [.. Enumerable.Range(1, seeds).Select(seed => new AnyValue(seed.ToString(CultureInfo.InvariantCulture)))],
        },
    ];

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        Problem[] found = [.. SameKeys(), .. Lengths(), .. Drawn(), .. Conditions()];
        return found.Length == 0 && Size() > MostPoints
            ? [new Problem("CBS1108", "axes", string.Create(CultureInfo.InvariantCulture,
                $"{Size():N0} points where at most {MostPoints:N0} are allowed: give fewer values, or draw them"))]
            : found;
    }

    private double Size() => AxisGroup.Of(this).Aggregate(1.0, (size, group) => size * group.Length);

    private IEnumerable<Problem> SameKeys()
    {
        for (var i = 0; i < Axes.Count; i++)
            if (Axes.Take(i).Any(earlier => earlier.Key == Axes[i].Key))
                yield return At(i, "key", "CBS1103", "this key has an axis already: give all its values there");
            else if (Seeds is not null && Axes[i].Key == "seed")
                yield return At(i, "key", "CBS1103", "seeds gives this key an axis already: give one of them");
    }

    private IEnumerable<Problem> Lengths()
    {
        var first = Axes.Select(axis => axis.List).FirstOrDefault(list => list is not null);
        for (var i = 0; i < Axes.Count; i++)
            if (Axes[i].List is { } list && list.Count != first!.Count)
                yield return At(i, "list", "CBS1104", string.Create(CultureInfo.InvariantCulture,
                    $"{list.Count} values where the first list has {first.Count}: lists are taken in step; ")
                    + "give a grid to combine with every value");
    }

    private IEnumerable<Problem> Drawn()
    {
        var drawn = Axes.Any(axis => axis.Drawn is not null);
        if (drawn && Samples is null)
            yield return new Problem("CBS1106", "samples", "this key is missing: say how many values are drawn");
        if (!drawn && Samples is not null)
            yield return new Problem("CBS1106", "samples", "no axis draws its values: give one random, latin_hypercube or sobol");
        if (Axes.Count(axis => axis.Sobol is not null) > SobolSequence.Dimensions)
            yield return new Problem("CBS1106", "axes", "a Sobol sequence has at most 32 axes: give the others latin_hypercube");
    }

    private IEnumerable<Problem> Conditions()
    {
        foreach (var (i, condition) in (Where ?? []).Index())
            if (Condition.Problem(condition) is { } message)
                yield return new Problem("CBS1107", string.Create(CultureInfo.InvariantCulture, $"where.{i}"), message);
    }

    private static Problem At(int axis, string key, string code, string message) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"axes.{axis}.{key}"), message);
}
