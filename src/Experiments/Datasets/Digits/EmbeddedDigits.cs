using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>
/// The embedded data set: synthetic handwritten-like digits, drawn from pen strokes. Every picture is a
/// pure function of (set, sample), with the same bytes on every system and for any number of threads.
/// </summary>
/// <remarks>
/// Only additions, multiplications, divisions and square roots are used, which IEEE 754 rounds alike
/// everywhere.
/// </remarks>
public static class EmbeddedDigits
{
    /// <summary>Name of the data set.</summary>
    public const string Name = "digits";

    /// <summary>Width and height of a picture, in pixels.</summary>
    public const int Side = 28;

    /// <summary>Training samples there are.</summary>
    public const int TrainingCount = 10_000;

    /// <summary>Test samples there are.</summary>
    public const int TestCount = 2_000;

    private const ulong Seed = 20_260_101;
    private const int TrainingSet = 0;
    private const int TestSet = 1;

    /// <summary>Classes: the digits 0 .. 9, equally often in each set.</summary>
    public static int Classes => DigitShapes.Classes;

    /// <summary>Draws the first training samples.</summary>
    /// <param name="count">How many, 1 .. <see cref="TrainingCount"/>.</param>
    /// <param name="threads">Threads at most; -1 for as many as the machine has.</param>
    /// <returns>The samples, Size = 28 * 28.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many samples.</exception>
    public static SampleSet Training(int count = TrainingCount, int threads = -1) =>
        Draw(TrainingSet, TrainingCount, count, threads);

    /// <summary>Draws the first test samples.</summary>
    /// <param name="count">How many, 1 .. <see cref="TestCount"/>.</param>
    /// <param name="threads">Threads at most; -1 for as many as the machine has.</param>
    /// <returns>The samples, Size = 28 * 28.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many samples.</exception>
    public static SampleSet Test(int count = TestCount, int threads = -1) =>
        Draw(TestSet, TestCount, count, threads);

    private static SampleSet Draw(int set, int all, int count, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, all);
        var labels = Labels(set, all);
        var pixels = new byte[count * Side * Side];
        var numbers = new RandomNumbers(Seed, StreamKind.Digits, set);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, sample =>
            new DigitWriter(new SampleDice(numbers, sample))
                .Write(labels[sample], pixels.AsSpan(sample * Side * Side, Side * Side)));
        return new SampleSet(pixels, labels.AsMemory(0, count), Side * Side);
    }

    // Every digit equally often, in random order, so that the first n are nearly balanced too.
    private static byte[] Labels(int set, int all) =>
        [.. SampleOrder.ForEpoch(all, Seed, set, shuffle: true).Select(place => (byte)(place % Classes))];
}
