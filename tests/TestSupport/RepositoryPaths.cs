namespace CrossbarSim.TestSupport;

/// <summary>Where the repository lies.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CrossbarSim.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"no CrossbarSim.sln above {AppContext.BaseDirectory}");
    }
}
