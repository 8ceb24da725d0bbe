namespace CrossbarSim.TestSupport;

/// <summary>Where the files of the repository are, for tests that read them.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder of CrossbarSim.sln, found by walking up from the test's own folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrossbarSim.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no CrossbarSim.sln above the tests");
    }
}
