using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Experiments.Datasets.Idx;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Datasets;

/// <summary>Finds and loads data sets: the embedded digits, or folders of IDX files.</summary>
/// <param name="folders">Where the folders may lie.</param>
public sealed class DatasetCatalog(DatasetFolders folders)
{
    /// <summary>Loads the first samples of a data set.</summary>
    /// <param name="options">Which data set, and how many samples.</param>
    /// <param name="classes">Number of classes; every label must be below it.</param>
    /// <param name="threads">Threads at most; -1 for as many as the machine has.</param>
    /// <returns>The data set, with as many samples as asked for.</returns>
    /// <exception cref="ConfigurationException">The data set is not found (CBS0412), has fewer samples than
    /// asked for (CBS0413), more classes (CBS0414), nothing left to train on (CBS0415) or pictures smaller than
    /// asked for (CBS0416).</exception>
    /// <exception cref="DataFileException">A file is missing or damaged (CBS0401 to CBS0411).</exception>
    public Dataset Load(DatasetOptions options, int classes = 10, int threads = -1)
    {
        var data = options.Name == EmbeddedDigits.Name
            ? Embedded(options, classes, threads)
            : First(options, IdxFolder.Load(Find(options.Name), options.Name, classes));
        return Shrink(options.Size, HoldOut(options.Validation, data), threads);
    }

    /// <summary>The folder that a data set would be loaded from.</summary>
    /// <param name="name">Name of the data set.</param>
    /// <returns>The first folder that holds one of its files; null: there is none.</returns>
    public string? Locate(string name) => folders.For(name).FirstOrDefault(IdxFolder.HoldsFiles);

    private static Dataset Embedded(DatasetOptions options, int classes, int threads)
    {
        if (classes < EmbeddedDigits.Classes)
            throw new ConfigurationException(new Problem("CBS0414", "dataset.name",
                $"{options.Name} has {EmbeddedDigits.Classes} classes, but only {classes} can be told apart: "
                + "the network needs one output per class"));
        DatasetChecks.Require(
            options, EmbeddedDigits.TrainingCount, EmbeddedDigits.TestCount, EmbeddedDigits.Side, EmbeddedDigits.Side);
        return new Dataset(
            options.Name,
            EmbeddedDigits.Training(options.TrainSamples ?? EmbeddedDigits.TrainingCount, threads),
            EmbeddedDigits.Test(options.TestSamples ?? EmbeddedDigits.TestCount, threads),
            EmbeddedDigits.Side, EmbeddedDigits.Side, classes);
    }

    private string Find(string name)
    {
        // A name with a separator would leave the folders that are searched.
        if (name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '\\'))
            throw NotFound(
                $"'{name}' is not the name of a data set or of a folder; a folder elsewhere is given with --data");
        return Locate(name) ?? throw NotFound(
            $"no data set '{name}' in {string.Join(", ", folders.For(name).DefaultIfEmpty("any folder"))}; "
            + $"place {IdxFolder.Expected} there, each plain or as .gz, "
            + $"or set {DatasetFolders.Variable} to the folder that holds {name}/; 'crossbarsim data list' shows which "
            + $"can be downloaded, and '{EmbeddedDigits.Name}' needs no files");
    }

    private static ConfigurationException NotFound(string message) =>
        new(new Problem("CBS0412", "dataset.name", message));

    private static Dataset First(DatasetOptions options, Dataset whole)
    {
        DatasetChecks.Require(options, whole.Training.Count, whole.Test.Count, whole.Width, whole.Height);
        return whole with
        {
            Training = whole.Training.Slice(0, options.TrainSamples ?? whole.Training.Count),
            Test = whole.Test.Slice(0, options.TestSamples ?? whole.Test.Count),
        };
    }

    private static Dataset HoldOut(int validation, Dataset data)
    {
        var left = data.Training.Count - validation;
        return data with
        {
            Training = data.Training.Slice(0, left),
            Validation = data.Training.Slice(left, validation),
        };
    }

    private static Dataset Shrink(int? asked, Dataset data, int threads)
    {
        if (asked is not { } size || (size == data.Width && size == data.Height)) return data;
        var shrink = new AreaShrink(data.Width, data.Height, size);
        return data with
        {
            Training = shrink.Apply(data.Training, threads),
            Validation = shrink.Apply(data.Validation, threads),
            Test = shrink.Apply(data.Test, threads),
            Width = size,
            Height = size,
        };
    }
}
