using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Bench;

/// <summary>The samples that are trained on, and what they are in words.</summary>
/// <param name="Samples">Training samples.</param>
/// <param name="Text">In words.</param>
internal sealed record BenchData(SampleSet Samples, string Text)
{
    /// <summary>Samples of an epoch: those of MNIST. Every figure for an epoch is for that many.</summary>
    public const int EpochSamples = 60_000;

    private const string Mnist = "mnist";

    /// <summary>Loads MNIST where it is found, else the embedded digits, repeated.</summary>
    /// <param name="folders">Where data sets may lie.</param>
    /// <param name="count">How many samples.</param>
    public static BenchData Load(DatasetFolders folders, int count)
    {
        var catalog = new DatasetCatalog(folders);
        if (catalog.Locate(Mnist) is null) return Digits(count);
        var options = new DatasetOptions { Name = Mnist, TrainSamples = count, TestSamples = 1 };
        return new BenchData(catalog.Load(options).Training, In(count, "images of MNIST"));
    }

    /// <summary>The embedded digits, from the first again where there are not enough.</summary>
    /// <param name="count">How many samples.</param>
    public static BenchData Digits(int count)
    {
        var drawn = EmbeddedDigits.Training(Math.Min(count, EmbeddedDigits.TrainingCount));
        return new BenchData(Repeated(drawn, count), count <= drawn.Count
            ? In(count, "embedded digits (no MNIST here)")
            : In(count, $"samples: {In(drawn.Count, "embedded digits")}, repeated (no MNIST here)"));
    }

    private static SampleSet Repeated(SampleSet set, int count)
    {
        var (inputs, labels) = (new byte[count * set.Size], new byte[count]);
        for (var sample = 0; sample < count; sample++)
        {
            set.Input(sample % set.Count).CopyTo(inputs.AsSpan(sample * set.Size));
            labels[sample] = set.Labels.Span[sample % set.Count];
        }

        return new SampleSet(inputs, labels, set.Size);
    }

    private static string In(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");
}
