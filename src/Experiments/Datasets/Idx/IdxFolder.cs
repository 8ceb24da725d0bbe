using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Datasets.Idx;

/// <summary>A folder with the four files of an IDX data set, as MNIST is published.</summary>
internal static class IdxFolder
{
    private const string TrainingImages = "train-images-idx3-ubyte";
    private const string TrainingLabels = "train-labels-idx1-ubyte";
    private const string TestImages = "t10k-images-idx3-ubyte";
    private const string TestLabels = "t10k-labels-idx1-ubyte";

    private static readonly string[] Names = [TrainingImages, TrainingLabels, TestImages, TestLabels];

    /// <summary>The names of the four files, for messages.</summary>
    public static string Expected => string.Join(", ", Names);

    /// <summary>Whether a folder holds at least one of the four files.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static bool HoldsFiles(string folder) => Names.Any(name => Locate(folder, name) is not null);

    /// <summary>Reads all four files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Name of the data set.</param>
    /// <param name="classes">Number of classes; every label must be below it.</param>
    /// <exception cref="DataFileException">A file is missing or damaged.</exception>
    public static Dataset Load(string folder, string name, int classes)
    {
        CheckComplete(folder);
        var (training, rows, columns) = ReadSet(folder, TrainingImages, TrainingLabels, classes);
        var (test, testRows, testColumns) = ReadSet(folder, TestImages, TestLabels, classes);
        if ((testRows, testColumns) != (rows, columns))
            throw new DataFileException("CBS0411", Locate(folder, TestImages)!, 8,
                $"pictures of {testRows} x {testColumns} pixels (content bytes 8 .. 15), "
                + $"but the training pictures have {rows} x {columns}");
        return new Dataset(name, training, test, columns, rows, classes);
    }

    private static (SampleSet Set, int Rows, int Columns) ReadSet(
        string folder, string imagesName, string labelsName, int classes)
    {
        var images = IdxReader.ReadImages(Locate(folder, imagesName)!);
        var labelsFile = Locate(folder, labelsName)!;
        var labels = IdxReader.ReadLabels(labelsFile, classes);
        if (labels.Length != images.Count)
            throw new DataFileException("CBS0408", labelsFile, 4,
                $"{labels.Length} labels (content bytes 4 .. 7) for the {images.Count} pictures of {imagesName}");
        return (new SampleSet(images.Pixels, labels, images.Rows * images.Columns), images.Rows, images.Columns);
    }

    private static void CheckComplete(string folder)
    {
        var missing = Names.Where(name => Locate(folder, name) is null).ToArray();
        if (missing.Length > 0)
            throw new DataFileException("CBS0401", Path.Combine(folder, missing[0]), null,
                $"the data set is not complete: {string.Join(", ", missing)} missing (plain or .gz); "
                + $"it needs {Expected}");
    }

    /// <summary>Finds a file in any of its spellings, plain or compressed; null: there is none.</summary>
    public static string? Locate(string folder, string name) =>
        Spellings(name).Select(spelling => Path.Combine(folder, spelling)).FirstOrDefault(File.Exists);

    // Both spellings are in circulation: ...-images-idx3-ubyte and ...-images.idx3-ubyte.
    private static IEnumerable<string> Spellings(string name)
    {
        var dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        return [name, dotted, name + IdxSource.GzipEnding, dotted + IdxSource.GzipEnding];
    }
}
