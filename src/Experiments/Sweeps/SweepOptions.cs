using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>One experiment, run at every point that the axes span.</summary>
public sealed record SweepOptions : IChecked
{
    /// <summary>Full path of the experiment that every point starts from.</summary>
    [Description("The experiment that every point starts from: a file, relative to this one.")]
    [FileReference]
    public required string Experiment { get; init; }

    /// <summary>The keys that vary.</summary>
    [Description("The keys of the experiment that vary. Shorter keys are set first: a whole device, then what is "
        + "inside it.")]
    [Length(1, 100)]
    public required IReadOnlyList<AxisOptions> Axes { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check() => SameKeys().Concat(Lengths());

    private IEnumerable<Problem> SameKeys()
    {
        for (var i = 0; i < Axes.Count; i++)
            if (Axes.Take(i).Any(earlier => earlier.Key == Axes[i].Key))
                yield return At(i, "key", "CBS1103", "this key has an axis already: give all its values there");
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

    private static Problem At(int axis, string key, string code, string message) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"axes.{axis}.{key}"), message);
}
