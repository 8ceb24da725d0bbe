using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Loads experiments: references first, then what the command line sets, then the checks.</summary>
internal static class ExperimentLoader
{
    /// <summary>Loads an experiment file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">What the command line sets.</param>
    public static LoadResult<ExperimentOptions> Load(string path, IReadOnlyList<ConfigurationOverride> overrides)
    {
        var session = new LoadSession();
        return Finish(session, session.Expect(session.Parse(path), FileKind.Experiment), overrides);
    }

    /// <summary>Loads an experiment that is not in a file; its relative paths start at the current directory.</summary>
    /// <param name="name">How messages call it.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="overrides">What the command line sets.</param>
    public static LoadResult<ExperimentOptions> LoadText(
        string name, string text, IReadOnlyList<ConfigurationOverride> overrides)
    {
        var session = new LoadSession();
        var source = session.Files.FromText(name, Directory.GetCurrentDirectory(), text);
        return Finish(session, session.Parse(source), overrides);
    }

    /// <summary>Binds the tree of an experiment.</summary>
    /// <param name="session">The load.</param>
    /// <param name="root">The tree, or null where it could not be read.</param>
    /// <param name="overrides">What the command line sets.</param>
    public static LoadResult<ExperimentOptions> Finish(
        LoadSession session, LocatedNode? root, IReadOnlyList<ConfigurationOverride> overrides) =>
        session.Bind<ExperimentOptions>(root is null ? null : new OverrideSet(session, overrides).Apply(root));
}
