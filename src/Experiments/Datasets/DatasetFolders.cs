namespace CrossbarSim.Experiments.Datasets;

/// <summary>Where data sets may lie on this machine.</summary>
/// <param name="Data">The folder that the user named (<c>--data</c>): of one data set, or of several.</param>
/// <param name="Shared">Value of <see cref="Variable"/>: a folder of data sets.</param>
/// <param name="Cache">The user's own folder of data sets.</param>
public sealed record DatasetFolders(string? Data = null, string? Shared = null, string? Cache = null)
{
    /// <summary>Environment variable that names a folder of data sets.</summary>
    public const string Variable = "CROSSBARSIM_DATA";

    /// <summary>The folders of this machine and user.</summary>
    /// <param name="data">The folder that the user named, if any.</param>
    public static DatasetFolders OfThisMachine(string? data = null)
    {
        // Not verified: a cache that does not exist yet is still where files may be placed.
        var local = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new DatasetFolders(
            data,
            Environment.GetEnvironmentVariable(Variable),
            local.Length == 0 ? null : Path.Combine(local, "crossbarsim", "data"));
    }

    /// <summary>The folders that may hold one data set, the first one to be tried first.</summary>
    /// <param name="name">Name of the data set.</param>
    public IReadOnlyList<string> For(string name)
    {
        List<string> folders = [];
        if (!string.IsNullOrEmpty(Data)) folders.Add(Data);
        foreach (var parent in (string?[])[Data, Shared, Cache])
            if (!string.IsNullOrEmpty(parent))
                folders.Add(Path.Combine(parent, name));
        return folders;
    }
}
