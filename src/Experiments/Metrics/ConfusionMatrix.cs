namespace CrossbarSim.Experiments.Metrics;

/// <summary>How many samples of each class were given each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    /// <summary>Counts samples.</summary>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="predicted">The class each was given, as many.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers differ, or a class is outside 0 .. classes - 1.</exception>
    public ConfusionMatrix(ReadOnlySpan<byte> labels, ReadOnlySpan<int> predicted, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Length, labels.Length);
        Classes = classes;
        _counts = new long[classes * classes];
        for (var s = 0; s < labels.Length; s++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(labels[s], classes, nameof(labels));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted[s], (uint)classes, nameof(predicted));
            _counts[labels[s] * classes + predicted[s]]++;
        }
    }

    /// <summary>Takes counts as they were saved.</summary>
    /// <param name="counts">Samples by class and given class, [classes x classes] row-major.</param>
    /// <param name="classes">Number of classes.</param>
    internal ConfusionMatrix(long[] counts, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, classes * classes, nameof(counts));
        (_counts, Classes) = (counts, classes);
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Samples.</summary>
    public long Total => _counts.Sum();

    /// <summary>Samples of one class that were given another, or the same.</summary>
    /// <param name="label">Their class.</param>
    /// <param name="predicted">The class they were given.</param>
    public long this[int label, int predicted] => _counts[label * Classes + predicted];

    /// <summary>Samples of a class.</summary>
    /// <param name="label">The class.</param>
    public long Support(int label) => Range.Sum(c => this[label, c]);

    /// <summary>The class that every sample was given; null: there are several, or no samples.</summary>
    public int? OnlyPrediction
    {
        get
        {
            int[] given = [.. Range.Where(c => Range.Any(label => this[label, c] > 0))];
            return given is [var only] ? only : null;
        }
    }

    /// <summary>Mean zero-one loss: the fraction off the diagonal, 0 .. 1; NaN without samples.</summary>
    public double ZeroOneLoss => 1 - Range.Sum(c => (double)this[c, c]) / Total;

    /// <summary>How well each class is recognised.</summary>
    public IReadOnlyList<ClassFigures> Figures => [.. Range.Select(FiguresOf)];

    private IEnumerable<int> Range => Enumerable.Range(0, Classes);

    private ClassFigures FiguresOf(int label)
    {
        var (right, support, given) = (this[label, label], Support(label), Range.Sum(c => this[c, label]));
        return new ClassFigures(
            label, support, Fraction(right, given), Fraction(right, support), Fraction(2 * right, given + support));
    }

    private static double Fraction(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
