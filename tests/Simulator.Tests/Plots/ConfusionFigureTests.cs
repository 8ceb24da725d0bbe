using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Simulator.Plots;
using SkiaSharp;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class ConfusionFigureTests : FigureFolder
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(26)]
    [InlineData(256)]
    public void Matrices_of_any_number_of_classes_are_drawn(int classes)
    {
        byte[] labels = [.. Enumerable.Range(0, 500).Select(k => (byte)(k % classes))];
        int[] predicted = [.. Enumerable.Range(0, 500).Select(k => k * k % classes)];
        var files = ConfusionFigure.Save(new ConfusionMatrix(labels, predicted, classes), Base("confusion"), "Title");
        Picture.AssertSound(files);
        Assert.Contains("Share of the true class (%)", Picture.Texts(files.Svg));
        Assert.Contains("True class", Picture.Texts(files.Svg));
    }

    [Fact]
    public void Counts_stand_in_their_cells_and_the_first_class_is_on_top()
    {
        // Of 7 samples of class 0, 6 are right; both of class 1 are taken for class 0; class 2 has none.
        var matrix = new ConfusionMatrix([0, 0, 0, 0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0, 1, 0, 0], 3);
        var files = ConfusionFigure.Save(matrix, Base("place"));
        var texts = Picture.Texts(files.Svg).ToList();
        Assert.Contains("6", texts);
        using var bitmap = SKBitmap.Decode(files.Png);
        SKColor Cell(int row, int column) => bitmap.GetPixel(FigurePanel.LeftPadding + 66 * column + 5, 20 + 66 * row + 5);
        Assert.True(Cell(0, 0).Red > 100 && Cell(0, 0).Green > 180, "most of class 0: nearly yellow");
        Assert.True(Cell(1, 0).Red > 200 && Cell(1, 0).Blue < 80, "all of class 1: yellow");
        Assert.True(Cell(1, 1).Red < 90 && Cell(1, 1).Green < 20, "none: dark");
        Assert.Equal(Cell(2, 0), Cell(2, 2));
    }
}
