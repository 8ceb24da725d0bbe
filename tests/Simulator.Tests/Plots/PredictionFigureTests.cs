using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Simulator.Plots;
using SkiaSharp;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class PredictionFigureTests : FigureFolder
{
    [Fact]
    public void A_page_holds_fifteen_pictures_with_their_captions()
    {
        var files = PredictionFigure.SavePage(
            [.. Enumerable.Range(0, 20).Select(i => Picture(28, 28, 10, i % 10, (i % 3 == 0 ? i + 1 : i) % 10))],
            Base("page"), "Title");
        Plots.Picture.AssertSound(files);
        var texts = Plots.Picture.Texts(files.Svg);
        Assert.Equal(5, texts.Count(t => t.EndsWith(") ✗", StringComparison.Ordinal)));
        Assert.Equal(10, texts.Count(t => t.EndsWith(") ✓", StringComparison.Ordinal)));
        Assert.Contains("0 82% (1) ✗", texts);
        Assert.Contains("1 82% (1) ✓", texts);
    }

    [Fact]
    public void A_page_without_pictures_says_so()
    {
        var files = PredictionFigure.SavePage([], Base("none"), "Title", "no mistakes");
        Assert.Contains("no mistakes", Plots.Picture.Texts(files.Svg));
        Assert.DoesNotContain("true class", Plots.Picture.Texts(files.Svg));
    }

    [Theory]
    [InlineData(28, 28, 10)]
    [InlineData(9, 30, 2)]
    [InlineData(5, 3, 300)]
    public void Any_shape_and_number_of_classes_fits(int width, int height, int classes)
    {
        var picture = Picture(width, height, classes, classes - 1, null);
        var files = PredictionFigure.Save(picture, Base("one"), "a name that is longer than the page is wide, ending in .png");
        Plots.Picture.AssertSound(files);
        Assert.Contains("Probability (%)", Plots.Picture.Texts(files.Svg));
        Plots.Picture.AssertSound(PredictionFigure.SavePage([picture with { Label = 0 }], Base("page"), "Title"));
    }

    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.9f)]
    public void A_mistake_is_mostly_red_however_unsure(float probability)
    {
        float[] probabilities = [1 - probability - 0.01f, probability, 0.01f];
        if (probability < 0.5f) probabilities = [.. Enumerable.Repeat((1 - probability) / 9, 9), probability];
        var picture = Picture(28, 28, 2, 0, 0) with { Prediction = new Prediction(probabilities) };
        Assert.True(picture.IsWrong);

        var files = PredictionFigure.SavePage([picture], Base("page"), "Title");

        var bar = Red(files.Png, new SKRectI(200, 0, 400, 240));
        // 0.8 of a class wide, and as high as the probability, of a panel of 164 pixels.
        var whole = 164 * 0.8 / (probabilities.Length + 0.4) * 164 * probability / 1.16;
        Assert.InRange(bar / whole, 0.6, 0.95);
    }

    private static int Red(string png, SKRectI part)
    {
        using var bitmap = SKBitmap.Decode(png);
        var pixels =
            from y in Enumerable.Range(part.Top, part.Height)
            from x in Enumerable.Range(part.Left, part.Width)
            select bitmap.GetPixel(x, y);
        return pixels.Count(p => p is { Red: > 150, Green: < 80, Blue: < 80 });
    }

    private static PredictedPicture Picture(int width, int height, int classes, int chosen, int? label)
    {
        byte[] pixels = [.. Enumerable.Range(0, width * height).Select(i => (byte)(i * 5))];
        var probabilities = Enumerable.Repeat(0.18f / (classes - 1), classes).ToArray();
        probabilities[chosen] = 0.82f;
        return new PredictedPicture(pixels, width, new Prediction(probabilities), label);
    }
}
