using System.Text.RegularExpressions;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Runs;

/// <summary>Puts runs into the curves of a comparison: seeds of one experiment become one curve with a band.</summary>
internal static partial class RunSeries
{
    private const int ShortestName = 3;

    /// <summary>The curves, in the order of their first runs; of runs that repeat one another the first counts.</summary>
    /// <param name="runs">The runs.</param>
    public static IReadOnlyList<ComparedRun> Of(IReadOnlyList<SavedRun> runs)
    {
        var groups = runs.GroupBy(run => Text(WithoutSeeds(run.Options)))
            .Select(group => group.DistinctBy(run => (run.Options.Seed, run.Options.Dataset.OrderSeed)).ToList())
            .ToList();
        var names = groups.Select(Name).ToList();
        return [.. groups.Select((group, i) => new ComparedRun(
            names.Count(n => n == names[i]) == 1 ? names[i] : group[0].Name,
            [.. group.Select(run => run.Rows.Select(RunPictures.Point).ToList())]))];
    }

    // How it was computed is no part of what was computed.
    private static ExperimentOptions WithoutSeeds(ExperimentOptions options) => options with
    {
        Seed = 0,
        Backend = BackendChoice.Auto,
        Dataset = options.Dataset with { OrderSeed = 0 },
    };

    private static string Text(ExperimentOptions options) => OptionWriter.Write(options);

    private static string Name(List<SavedRun> group)
    {
        var names = group.Select(run => Time().Replace(run.Name, "")).ToList();
        if (names.Count == 1) return names[0];
        var common = Seed().Replace(names.Aggregate(CommonStart), "");
        return common.Length < ShortestName ? RunPictures.Title(group[0].Options) : common;
    }

    private static string CommonStart(string a, string b) => a[..a.AsSpan().CommonPrefixLength(b)];

    // The time that train puts before the name of a folder.
    [GeneratedRegex(@"^[0-9]{8}-[0-9]{6}-(?=.)")]
    private static partial Regex Time();

    // What is left of names such as linear-seed-1 and linear-seed-2, or linear-s1 and linear-s2.
    [GeneratedRegex(@"([-_. ]+(seed|s)?)?[-_. 0-9]*$")]
    private static partial Regex Seed();
}
