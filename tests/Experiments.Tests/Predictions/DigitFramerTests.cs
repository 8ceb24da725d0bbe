using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Predictions;

public sealed class DigitFramerTests
{
    private const int Page = 100;
    private static readonly float[] Centred = Sketch.Ink(Page, Page, 30, 30, 40);
    private static readonly FramedDigit Expected = DigitFramer.Frame(Sketch.Picture(Page, Centred));

    [Fact]
    public void A_digit_is_20_pixels_long_with_its_mass_in_the_middle()
    {
        var (rows, columns) = (Used(i => i / 28), Used(i => i % 28));
        Assert.InRange(rows.Max() - rows.Min() + 1, 20, 22);
        Assert.InRange(columns.Max() - columns.Min() + 1, 12, 22);
        Assert.InRange(Mass(i => i % 28), 13.5, 14.5);
        Assert.InRange(Mass(i => i / 28), 13.5, 14.5);
        Assert.Equal(255, Expected.Pixels.Max());
        Assert.Equal(Ink.Dark, Expected.Ink);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 60)]
    [InlineData(3, 57)]
    [InlineData(-1, 20)]
    public void Where_the_digit_stands_makes_no_difference(int left, int top) =>
        Assert.InRange(Difference(Sketch.Picture(Page, Sketch.Ink(Page, Page, left, top, 40))), 0, 0.03);

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(0.3f, 0.9f)]
    [InlineData(0.8f, 0.1f)]
    [InlineData(1f, 0.97f)]
    public void Neither_do_paper_and_ink(float paper, float drawn)
    {
        var framed = DigitFramer.Frame(Sketch.Picture(Page, Centred, paper, drawn));
        Assert.Equal(drawn > paper ? Ink.Light : Ink.Dark, framed.Ink);
        Assert.InRange(Sketch.Difference(Expected, framed), 0, 0.01);
    }

    [Theory]
    [InlineData(1, 0.15)]
    [InlineData(3, 0.1)]
    [InlineData(10, 0.05)]
    public void Neither_does_the_size(int scale, double most)
    {
        var width = 50 * scale;
        var picture = Sketch.Picture(width, Sketch.Ink(width, width, 12 * scale, 9 * scale, 25 * scale));
        Assert.InRange(Difference(picture), 0, most);
    }

    [Theory]
    [InlineData(400, 60)]
    [InlineData(60, 400)]
    public void Neither_does_the_shape_of_the_page(int width, int height) =>
        Assert.InRange(Difference(Sketch.Picture(width, Sketch.Ink(width, height, 12, 9, 40))), 0, 0.03);

    [Fact]
    public void Neither_does_a_lamp_at_one_side()
    {
        var levels = Centred.Select((ink, i) => (1 - ink) * (0.9f - 0.004f * (i % Page) - 0.002f * (i / Page)));
        Assert.InRange(Difference(new GreyImage(Page, Page, [.. levels])), 0, 0.02);
    }

    [Fact]
    public void Neither_do_grain_and_dust()
    {
        var random = new Random(1);
        var levels = Centred.Select(ink => 0.8f - 0.6f * ink + 0.02f * (float)(random.NextDouble() - 0.5)).ToArray();
        foreach (var speck in new[] { 305, 9406, 9590 }) levels[speck] = 0.3f;
        Assert.InRange(Difference(new GreyImage(Page, Page, levels)), 0, 0.05);
    }

    [Fact]
    public void A_picture_of_MNIST_comes_out_as_it_went_in()
    {
        Mnist.SkipWhereAbsent();
        const int Count = 500;
        var pictures = Mnist.Images("t10k", Count).Chunk(784).ToList();
        var differences = pictures.Select(p => Difference(p, DigitFramer.Frame(GreyImage.FromBytes(28, p)).Pixels)).ToList();
        Assert.True(differences.Count(d => d <= 2) >= 0.95 * Count, $"{differences.Count(d => d > 2)} of {Count} differ");
        static int Difference(byte[] a, byte[] b) => a.Zip(b, (p, q) => Math.Abs(p - q)).Max();
    }

    [Fact]
    public void The_user_knows_better_than_the_border()
    {
        // A digit so large that its ink is most of the border.
        var levels = Enumerable.Repeat(0.1f, 20 * 20).ToArray();
        for (var y = 6; y < 14; y++)
            for (var x = 4; x < 16; x++) levels[20 * y + x] = 0.9f;
        var picture = new GreyImage(20, 20, levels);
        Assert.Equal(Ink.Light, DigitFramer.Frame(picture).Ink);
        var forced = DigitFramer.Frame(picture, Ink.Dark);
        Assert.Equal(Ink.Dark, forced.Ink);
        Assert.Equal(0, forced.Pixels[14 * 28 + 14]);
        Assert.Equal(255, forced.Pixels[5 * 28 + 14]);
    }

    [Theory]
    [InlineData(28, 28)]
    [InlineData(3, 3)]
    [InlineData(500, 3)]
    public void One_pixel_is_ink_too(int width, int height)
    {
        var levels = new float[width * height];
        levels[levels.Length / 2] = 1;
        Assert.Equal(255, DigitFramer.Frame(new GreyImage(width, height, levels)).Pixels.Max());
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.5f)]
    [InlineData(1f)]
    public void A_page_of_one_colour_is_refused(float level)
    {
        foreach (var ink in Enum.GetValues<Ink>())
        {
            var page = new GreyImage(7, 9, [.. Enumerable.Repeat(level, 63)]);
            var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => DigitFramer.Frame(page, ink)).Problems);
            Assert.Equal("CBS0605", problem.Code);
        }
    }

    [Fact]
    public void A_page_of_grain_is_refused()
    {
        var random = new Random(2);
        var page = new GreyImage(60, 60, [.. Enumerable.Range(0, 3600).Select(_ => 0.5f + 0.1f * (float)random.NextDouble())]);
        Assert.Throws<ConfigurationException>(() => DigitFramer.Frame(page));
    }

    [Fact]
    public void Any_picture_gives_a_digit_or_is_refused()
    {
        var random = new Random(3);
        for (var n = 0; n < 300; n++)
        {
            var (width, height) = (random.Next(1, 40), random.Next(1, 40));
            var share = random.NextDouble();
            var levels = Enumerable.Range(0, width * height)
                .Select(_ => random.NextDouble() < share ? (float)random.NextDouble() : 1);
            try
            {
                Assert.Equal(255, DigitFramer.Frame(new GreyImage(width, height, [.. levels])).Pixels.Max());
            }
            catch (ConfigurationException e)
            {
                Assert.Equal("CBS0605", e.Problems[0].Code);
            }
        }
    }

    [Theory]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(56)]
    public void Another_size_keeps_the_share_of_ink(int side)
    {
        var resized = Expected.Resized(side);
        Assert.Equal(side * side, resized.Length);
        Assert.Equal(Expected.Pixels.Average(p => p), resized.Average(p => p), tolerance: 0.5);
    }

    private static double Difference(GreyImage picture) => Sketch.Difference(Expected, DigitFramer.Frame(picture));

    private static List<int> Used(Func<int, int> place) =>
        [.. Enumerable.Range(0, 784).Where(i => Expected.Pixels[i] > 20).Select(place)];

    private static double Mass(Func<int, int> place) =>
        Enumerable.Range(0, 784).Sum(i => (double)Expected.Pixels[i] * place(i)) / Expected.Pixels.Sum(p => p);
}
