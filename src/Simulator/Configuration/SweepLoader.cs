using CrossbarSim.Experiments.Sweeps;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Loads sweeps: the file, then its experiment, then the values of its axes in that experiment.</summary>
internal static class SweepLoader
{
    /// <summary>Binds the tree of a sweep.</summary>
    /// <param name="session">The load.</param>
    /// <param name="root">The tree, or null where it could not be read.</param>
    public static LoadResult<SweepOptions> Finish(LoadSession session, LocatedNode? root)
    {
        var sweep = root is null ? null : new OptionBinder(session.Problems).Bind<SweepOptions>(root);
        if (sweep is not null && Experiment(session, root!, sweep) is { } experiment)
            new SweepTrial(session, new SweepTree(root!, sweep), experiment).Run();
        return session.Result(sweep);
    }

    private static LocatedNode? Experiment(LoadSession session, LocatedNode root, SweepOptions sweep)
    {
        var file = SourceFiles.Shown(sweep.Experiment);
        if (File.Exists(file)) return session.Expect(session.Parse(file), FileKind.Experiment);
        session.Problems.Add(ProblemCodes.UnknownReference, "experiment",
            $"there is no file {Printable.Short(file, longest: 400)}", root.Nearest("experiment").At);
        return null;
    }
}
