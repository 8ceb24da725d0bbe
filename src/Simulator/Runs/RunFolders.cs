using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Runs;

/// <summary>Finds run directories.</summary>
internal static class RunFolders
{
    /// <summary>The runs that folders are, or hold one level down, sorted by name where a folder holds several.</summary>
    /// <param name="folders">Run directories, or folders of them.</param>
    /// <exception cref="ConfigurationException">A folder holds no run.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> folders)
    {
        var found = folders.Select(folder => (Folder: folder, Runs: In(folder))).ToList();
        var empty = found.Where(f => f.Runs.Length == 0).Select(f => NoRun(f.Folder)).ToArray();
        if (empty.Length > 0) throw new ConfigurationException(empty);
        return [.. found.SelectMany(f => f.Runs).DistinctBy(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)))];
    }

    private static string[] In(string folder)
    {
        if (IsRun(folder)) return [folder];
        return Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Where(IsRun).Order(StringComparer.Ordinal)]
            : [];
    }

    private static bool IsRun(string folder) => File.Exists(new RunPaths(folder).Experiment);

    private static Problem NoRun(string folder) => new("CBS0523", "run", File.Exists(folder)
        ? $"{folder} is a file; give the folder of a run"
        : Directory.Exists(folder)
            ? $"{folder} holds no run: there is no experiment.yaml in it, nor in a folder in it"
            : $"there is no folder {folder}");
}
