using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Simulator.Sweeping;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Loads sweeps: the file, then its experiment, then the values of its axes in that experiment.</summary>
internal static class SweepLoader
{
    /// <summary>Loads a sweep.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">What the command line sets in the experiment, before any axis.</param>
    /// <param name="kept">Texts of files as they were, by full path; null: files are read as they are.</param>
    public static LoadResult<SweepPlan> Load(
        string path, IReadOnlyList<ConfigurationOverride> overrides, IReadOnlyDictionary<string, string>? kept = null)
    {
        var session = new LoadSession(kept);
        return Finish(session, session.Parse(path), overrides);
    }

    /// <summary>Binds the tree of a sweep.</summary>
    /// <param name="session">The load.</param>
    /// <param name="root">The tree, or null where it could not be read.</param>
    /// <param name="overrides">What the command line sets in the experiment, before any axis.</param>
    public static LoadResult<SweepPlan> Finish(
        LoadSession session, LocatedNode? root, IReadOnlyList<ConfigurationOverride> overrides)
    {
        var sweep = root is null ? null : new OptionBinder(session.Problems).Bind<SweepOptions>(root);
        return session.Result(sweep is null ? null : Plan(session, root!, sweep, overrides));
    }

    private static SweepPlan? Plan(
        LoadSession session, LocatedNode root, SweepOptions sweep, IReadOnlyList<ConfigurationOverride> overrides)
    {
        if (Experiment(session, root, sweep) is not { } experiment) return null;
        var start = new SweepBase(session, experiment, new OverrideSet(session, overrides).Settings);
        var tree = new SweepTree(session, root, sweep);
        new SweepTrial(session, tree, start).Run();
        foreach (var axis in tree.Axes) start.ReadFiles(axis);
        if (start.With([]).Value is not { } options) return null;
        var values = new ConditionValues(tree, start, options);
        values.FindKeys(session.Problems, root, sweep);
        return new SweepPlan(session.Files.Read, sweep, tree, start, values);
    }

    private static LocatedNode? Experiment(LoadSession session, LocatedNode root, SweepOptions sweep)
    {
        var file = SourceFiles.Shown(sweep.Experiment);
        if (session.Files.Exists(file)) return session.Expect(session.Parse(file), FileKind.Experiment);
        session.Problems.Add(ProblemCodes.UnknownReference, "experiment",
            $"there is no file {Printable.Short(file, longest: 400)}", root.Nearest("experiment").At);
        return null;
    }
}
