using System.Security.Cryptography;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets.Digits;

namespace CrossbarSim.Experiments.Tests.Datasets;

public sealed class EmbeddedDigitsTests
{
    private static readonly Lazy<SampleSet> Training = new(() => EmbeddedDigits.Training());
    private static readonly Lazy<SampleSet> Test = new(() => EmbeddedDigits.Test());

    // Pinned: published figures name these bytes. Other bytes are another data set, and need another name.
    [Fact]
    public void The_pictures_and_labels_are_the_published_ones() =>
        Assert.Equal(
            [
                "dadfee650135990e6c706911e51b3b5a09a3561b81e7f5dc32480bac3925c650",
                "b6a2601bcb0609e5a3374d1ecfb67c95fee130fa4f76da33d5576b52ac8c2694",
                "c9e8149ea667b48aa6d0af13acbf9f848f74f41c70c23a4d256c20133a820646",
                "adae951f80026676eecdff38e974c746c908807b20cfd22ccfe31f697d770a32",
            ],
            new[] { Training.Value.Inputs, Training.Value.Labels, Test.Value.Inputs, Test.Value.Labels }
                .Select(bytes => Convert.ToHexStringLower(SHA256.HashData(bytes.Span))));

    [Fact]
    public void Each_digit_is_equally_frequent()
    {
        Assert.Equal(Enumerable.Repeat(1000, 10), Frequencies(Training.Value.Labels.Span));
        Assert.Equal(Enumerable.Repeat(200, 10), Frequencies(Test.Value.Labels.Span));
    }

    [Theory]
    [InlineData(100, 2)]
    [InlineData(1000, 70)]
    public void The_first_samples_hold_every_digit(int count, int least) =>
        Assert.All(Frequencies(Training.Value.Labels.Span[..count]), n => Assert.InRange(n, least, count));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Any_number_of_threads_draws_the_same_pictures(int threads) =>
        Assert.Equal(
            Test.Value.Inputs.ToArray(), EmbeddedDigits.Test(EmbeddedDigits.TestCount, threads).Inputs.ToArray());

    [Fact]
    public void The_first_samples_do_not_depend_on_how_many_are_asked_for()
    {
        var few = EmbeddedDigits.Training(127);

        Assert.Equal(127, few.Count);
        Assert.Equal(Training.Value.Inputs[..(127 * 784)].ToArray(), few.Inputs.ToArray());
        Assert.Equal(Training.Value.Labels[..127].ToArray(), few.Labels.ToArray());
    }

    [Fact]
    public void No_picture_occurs_twice()
    {
        var pictures = new[] { Training.Value, Test.Value }.SelectMany(set =>
            Enumerable.Range(0, set.Count).Select(i => Convert.ToHexString(SHA256.HashData(set.Input(i)))));

        Assert.Equal(12_000, pictures.Distinct().Count());
    }

    [Fact]
    public void Pictures_are_white_ink_on_black_inside_the_frame()
    {
        for (var i = 0; i < Test.Value.Count; i++)
        {
            var picture = Test.Value.Input(i);
            var inked = 784 - picture.Count((byte)0);
            Assert.InRange(inked, 20, 392);
            Assert.InRange(Max(picture), 110, 255);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Other_counts_than_there_are_samples_are_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EmbeddedDigits.Training(count));

    private static int[] Frequencies(ReadOnlySpan<byte> labels)
    {
        var counts = new int[10];
        foreach (var label in labels) counts[label]++;
        return counts;
    }

    private static byte Max(ReadOnlySpan<byte> picture)
    {
        byte most = 0;
        foreach (var pixel in picture) most = Math.Max(most, pixel);
        return most;
    }
}
