using CrossbarSim.TestSupport;

namespace CrossbarSim.Architecture.Tests;

/// <summary>The files that belong to the repository, without what builds and runs leave behind.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Leftovers = ["artifacts", "bin", "obj", "runs", "node_modules"];

    /// <summary>Full paths of the files below a folder whose names end in one of the given ways.</summary>
    /// <param name="folder">Folder below the root; empty for the root, absent for none.</param>
    /// <param name="endings">Such as .cs; none: every file.</param>
    public static IReadOnlyList<string> Below(string folder, params string[] endings)
    {
        var start = new DirectoryInfo(Path.Combine(RepositoryPaths.Root, folder));
        return start.Exists ? [.. Files(start).Where(file => Matches(file, endings)).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Path below the root, with forward slashes, for messages.</summary>
    public static string Short(string path) => Path.GetRelativePath(RepositoryPaths.Root, path).Replace('\\', '/');

    private static IEnumerable<string> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName).Concat(folder.EnumerateDirectories()
            .Where(child => !child.Name.StartsWith('.') && !Leftovers.Contains(child.Name)).SelectMany(Files));

    private static bool Matches(string file, string[] endings) =>
        endings.Length == 0 || endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal));
}
