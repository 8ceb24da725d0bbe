using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Simulator.Plots;

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

    private static PredictedPicture Picture(int width, int height, int classes, int chosen, int? label)
    {
        byte[] pixels = [.. Enumerable.Range(0, width * height).Select(i => (byte)(i * 5))];
        var probabilities = Enumerable.Repeat(0.18f / (classes - 1), classes).ToArray();
        probabilities[chosen] = 0.82f;
        return new PredictedPicture(pixels, width, new Prediction(probabilities), label);
    }
}
