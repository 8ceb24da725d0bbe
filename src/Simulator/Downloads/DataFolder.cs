using CrossbarSim.Experiments.Datasets;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>What a folder holds of a public data set.</summary>
internal static class DataFolder
{
    /// <summary>The files that are not there, plain or compressed.</summary>
    public static IReadOnlyList<DataFile> Missing(DataSource source, string folder) =>
        [.. source.Files.Where(file => DatasetFiles.Locate(folder, file.Name) is null)];

    /// <summary>Reads a file if it is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <returns>What is wrong with it; null: nothing.</returns>
    public static string? Fault(DataFile file, string folder) =>
        DatasetFiles.Locate(folder, file.Name) is { } path
            ? ContentCheck.File(path, file) is { } wrong ? $"{path}: {wrong}" : null
            : $"{Path.Combine(folder, file.Name)}: missing";

    /// <summary>Reads every file.</summary>
    /// <returns>What is wrong, one line per file.</returns>
    public static IReadOnlyList<string> Faults(DataSource source, string folder) =>
        [.. source.Files.Select(file => Fault(file, folder)).OfType<string>()];
}
