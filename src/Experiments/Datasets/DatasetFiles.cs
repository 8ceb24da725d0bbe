using CrossbarSim.Experiments.Datasets.Idx;

namespace CrossbarSim.Experiments.Datasets;

/// <summary>The files of a data set in a folder.</summary>
public static class DatasetFiles
{
    /// <summary>Finds a file in any of the spellings that are in circulation, plain or compressed.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="name">Name as MNIST is published, such as <c>train-images-idx3-ubyte</c>.</param>
    /// <returns>The file that is read; it is gzip where its name ends in .gz; null: there is none.</returns>
    public static string? Locate(string folder, string name) => IdxFolder.Locate(folder, name);
}
