using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Datasets;

/// <summary>Whether a data set has what is asked of it.</summary>
internal static class DatasetChecks
{
    /// <summary>Checks numbers of samples and size of pictures, all at once.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="training">Training samples there are.</param>
    /// <param name="test">Test samples there are.</param>
    /// <param name="width">Pixels per row of a picture.</param>
    /// <param name="height">Rows of a picture.</param>
    /// <exception cref="ConfigurationException">CBS0413, CBS0415 or CBS0416.</exception>
    public static void Require(DatasetOptions options, int training, int test, int width, int height)
    {
        Problem[] problems =
        [
            .. Count(options.Name, "dataset.train_samples", options.TrainSamples, training),
            .. Count(options.Name, "dataset.test_samples", options.TestSamples, test),
            .. Validation(options, Math.Min(options.TrainSamples ?? training, training)),
            .. Size(options, width, height),
        ];
        if (problems.Length > 0) throw new ConfigurationException(problems);
    }

    private static IEnumerable<Problem> Count(string name, string path, int? asked, int available)
    {
        if (asked is { } count && (count < 1 || count > available))
            yield return new Problem("CBS0413", path,
                $"{count} samples asked for, {name} has 1 .. {available}");
    }

    private static IEnumerable<Problem> Validation(DatasetOptions options, int training)
    {
        if (options.Validation < 0 || options.Validation >= Math.Max(training, 1))
            yield return new Problem("CBS0415", "dataset.validation",
                $"{options.Validation} of {training} training samples held out: 0 .. {Math.Max(training - 1, 0)} are allowed");
    }

    private static IEnumerable<Problem> Size(DatasetOptions options, int width, int height)
    {
        if (options.Size is { } size && (size < 1 || size > Math.Min(width, height)))
            yield return new Problem("CBS0416", "dataset.size",
                $"{size} x {size} pixels asked for, {options.Name} has {width} x {height}: pictures only shrink, "
                + $"1 .. {Math.Min(width, height)} are allowed");
    }
}
