using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The folders of data sets, with the one that <c>--data</c> names.</summary>
internal static class DataOption
{
    /// <summary>The folders that are read.</summary>
    /// <param name="folder">The folder that the user named, if any.</param>
    /// <exception cref="ConfigurationException">There is no such folder (CBS0417): no other is read in its place.</exception>
    public static DatasetFolders Folders(string? folder) => folder is null || Directory.Exists(folder)
        ? DatasetFolders.OfThisMachine(folder)
        : throw new ConfigurationException(new Problem("CBS0417", "data", File.Exists(folder)
            ? $"{folder} is a file; give a folder of data sets"
            : $"there is no folder {folder}"));
}
