using CrossbarSim.Core.Backends;
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
    /// asked for (CBS0413) or more classes (CBS0414).</exception>
    /// <exception cref="DataFileException">A file is missing or damaged (CBS0401 to CBS0411).</exception>
    public Dataset Load(DatasetOptions options, int classes = 10, int threads = -1) =>
        options.Name == EmbeddedDigits.Name
            ? Embedded(options, classes, threads)
            : First(options, IdxFolder.Load(Find(options.Name), options.Name, classes));

    private static Dataset Embedded(DatasetOptions options, int classes, int threads)
    {
        if (classes < EmbeddedDigits.Classes)
            throw new ConfigurationException(new Problem("CBS0414", "dataset.name",
                $"{options.Name} has {EmbeddedDigits.Classes} classes, but only {classes} can be told apart: "
                + "the network needs one output per class"));
        CheckCounts(options, EmbeddedDigits.TrainingCount, EmbeddedDigits.TestCount);
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
        var candidates = folders.For(name);
        return candidates.FirstOrDefault(IdxFolder.HoldsFiles) ?? throw NotFound(
            $"no data set '{name}' in {string.Join(", ", candidates.DefaultIfEmpty("any folder"))}; "
            + $"place {IdxFolder.Expected} there, each plain or as .gz, "
            + $"or set {DatasetFolders.Variable} to the folder that holds {name}/; '{EmbeddedDigits.Name}' needs no files");
    }

    private static ConfigurationException NotFound(string message) =>
        new(new Problem("CBS0412", "dataset.name", message));

    private static Dataset First(DatasetOptions options, Dataset whole)
    {
        CheckCounts(options, whole.Training.Count, whole.Test.Count);
        return whole with
        {
            Training = First(options.TrainSamples, whole.Training),
            Test = First(options.TestSamples, whole.Test),
        };
    }

    private static SampleSet First(int? count, SampleSet all) =>
        count is { } n && n < all.Count
            ? new SampleSet(all.Inputs[..(n * all.Size)], all.Labels[..n], all.Size)
            : all;

    private static void CheckCounts(DatasetOptions options, int training, int test)
    {
        Problem[] problems =
        [
            .. CheckCount(options, "dataset.train_samples", options.TrainSamples, training),
            .. CheckCount(options, "dataset.test_samples", options.TestSamples, test),
        ];
        if (problems.Length > 0) throw new ConfigurationException(problems);
    }

    private static IEnumerable<Problem> CheckCount(DatasetOptions options, string path, int? asked, int available)
    {
        if (asked is { } count && (count < 1 || count > available))
            yield return new Problem("CBS0413", path,
                $"{count} samples asked for, {options.Name} has 1 .. {available}");
    }
}
