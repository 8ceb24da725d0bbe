using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Tests.Datasets;

/// <summary>Shrinking by area, against means worked out by hand.</summary>
public sealed class PictureSizeTests : IDisposable
{
    private readonly IdxFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Half_the_size_is_the_mean_of_blocks_of_four()
    {
        var pixels = Noise(28 * 28);

        var small = Shrink(pixels, 28, 28, 14);

        for (var row = 0; row < 14; row++)
            for (var column = 0; column < 14; column++)
            {
                int At(int r, int c) => pixels[(2 * row + r) * 28 + 2 * column + c];
                Assert.Equal((At(0, 0) + At(0, 1) + At(1, 0) + At(1, 1) + 2) / 4, small[row * 14 + column]);
            }
    }

    [Fact]
    public void Cut_pixels_count_by_the_part_that_is_inside()
    {
        // 3 to 2: a pixel covers 1.5 x 1.5; weights 4, 2, 2, 1 of 9.
        byte[] small = Shrink([90, 0, 0, 0, 9, 0, 18, 0, 255], 3, 3, 2);

        // (4 90 + 9) / 9 = 41; 9 / 9 = 1; (9 + 4 18) / 9 = 9; (9 + 4 255) / 9 = 114.33.
        Assert.Equal([41, 1, 9, 114], small);
    }

    [Fact]
    public void From_28_to_8_an_edge_cuts_the_fourth_pixel_in_half()
    {
        // A pixel covers 3.5 x 3.5: columns 0 .. 3 with weights 1, 1, 1, 1/2, then 3 .. 6 with 1/2, 1, 1, 1.
        var pixels = new byte[28 * 28];
        (pixels[0], pixels[3], pixels[3 * 28 + 3], pixels[27 * 28 + 27]) = (245, 98, 196, 255);

        var small = Shrink(pixels, 28, 28, 8);

        // (245 + 98 / 2 + 196 / 4) / 12.25 = 28; (49 + 49) / 12.25 = 8; 49 / 12.25 = 4; 255 / 12.25 = 20.8.
        Assert.Equal((28, 8, 4, 4, 21), (small[0], small[1], small[8], small[9], small[63]));
        Assert.Equal(28 + 8 + 4 + 4 + 21, small.Sum(p => p));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(27)]
    [InlineData(28)]
    public void The_mean_is_kept_but_for_rounding(int size)
    {
        var pixels = Noise(28 * 28);

        var small = Shrink(pixels, 28, 28, size);

        Assert.InRange(small.Average(p => p) - pixels.Average(p => p), -0.5, 0.5);
        Assert.All(Shrink([.. Enumerable.Repeat((byte)255, 784)], 28, 28, size), p => Assert.Equal(255, p));
    }

    [Fact]
    public void Mass_is_preserved_exactly_where_every_mean_is_whole()
    {
        byte[] pixels = [.. Noise(28 * 28).Select(p => (byte)(p / 49 * 49))];

        var small = Shrink(pixels, 28, 28, 8);

        // 12.25 pixels with 49 n, cut into quarters: their sum over 12.25 is whole.
        Assert.Equal(pixels.Sum(p => p) * 64, small.Sum(p => p) * 784);
    }

    [Fact]
    public void Halves_are_rounded_up()
    {
        Assert.Equal([1], Shrink([0, 1, 0, 1], 2, 2, 1));
        Assert.Equal([128], Shrink([0, 255, 0, 255], 2, 2, 1));
    }

    [Fact]
    public void A_picture_that_is_not_square_becomes_square()
    {
        // 4 wide, 2 high, to 2 x 2: blocks of 2 x 1.
        Assert.Equal([15, 35, 55, 75], Shrink([10, 20, 30, 40, 50, 60, 70, 80], 4, 2, 2));
    }

    [Fact]
    public void Digits_shrink_too_and_stored_size_changes_nothing()
    {
        var catalog = new DatasetCatalog(new DatasetFolders());
        var options = new DatasetOptions { Name = "digits", TrainSamples = 5, TestSamples = 2 };

        var whole = catalog.Load(options);

        Assert.Equal(whole.Training.Inputs.ToArray(), catalog.Load(options with { Size = 28 }).Training.Inputs.ToArray());
        var small = catalog.Load(options with { Size = 7 }, threads: 2);
        Assert.Equal((7, 7, 49), (small.Width, small.Height, small.Test.Size));
        Assert.Equal(
            (byte)Math.Floor(Enumerable.Range(0, 16).Average(k => whole.Test.Input(1)[(12 + k / 4) * 28 + 12 + k % 4]) + 0.5),
            small.Test.Input(1)[3 * 7 + 3]);
    }

    private static byte[] Noise(int count)
    {
        var pixels = new byte[count];
        new Random(20_26).NextBytes(pixels);
        return pixels;
    }

    private byte[] Shrink(byte[] pixels, int width, int height, int size)
    {
        byte[] images = [.. IdxFiles.Words(2051, 1, height, width), .. pixels];
        foreach (var name in (string[])[IdxFiles.TrainingImages, IdxFiles.TestImages]) _files.Write("one/" + name, images);
        foreach (var name in (string[])[IdxFiles.TrainingLabels, IdxFiles.TestLabels])
            _files.Write("one/" + name, IdxFiles.Labels(0));
        var options = new DatasetOptions { Name = "one", Size = size };
        return new DatasetCatalog(new DatasetFolders(_files.Root)).Load(options).Training.Inputs.ToArray();
    }
}
