using CrossbarSim.Simulator.Plots;
using SkiaSharp;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class ArrayFigureTests : FigureFolder
{
    [Theory]
    [InlineData(784, 128, 1)]
    [InlineData(128, 10, 1)]
    [InlineData(128, 10, 2)]
    [InlineData(10, 128, 2)]
    [InlineData(7, 7, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 500, 2)]
    [InlineData(2000, 3, 1)]
    public void Maps_of_any_shape_are_drawn(int rows, int columns, int devices)
    {
        var files = ConductanceMapFigure.Save(SyntheticData.Map(rows, columns, devices), Base("map"), "Map");
        Picture.AssertSound(files);
        var texts = Picture.Texts(files.Svg);
        Assert.Equal(devices, texts.Count(t => t == "Word line"));
        Assert.Equal(devices, texts.Count(t => t == "Conductance (µS)"));
        var (width, height) = Picture.Size(files.Png);
        Assert.InRange(width, 400, 1300);
        Assert.InRange(height, 350, 1300);
    }

    [Fact]
    public void Every_device_is_a_block_of_one_colour_at_its_place()
    {
        var g = new double[12];
        g[1 * 4 + 2] = 1e-6;
        var map = new ConductanceMap("Layer", 3, 4, g, new(0, 1e-6));
        var grid = new MapGrid(map, 1);
        var files = ConductanceMapFigure.Save(map, Base("place"));
        using var bitmap = SKBitmap.Decode(files.Png);
        var (cellX, cellY) = (grid.Width / 4, grid.Height / 3);
        const int Left = FigurePanel.LeftPadding, Top = 54;
        var bright = bitmap.GetPixel(Left + 2 * cellX + cellX / 2, Top + cellY + cellY / 2);
        Assert.Equal(bright, bitmap.GetPixel(Left + 2 * cellX + 3, Top + cellY + 3));
        Assert.Equal(bright, bitmap.GetPixel(Left + 3 * cellX - 3, Top + 2 * cellY - 3));
        Assert.NotEqual(bright, bitmap.GetPixel(Left + 3 * cellX + 3, Top + cellY + 3));
        Assert.True(bright.Red > 200 && bright.Blue < 80, "viridis ends in yellow");
    }

    [Fact]
    public void Word_lines_of_a_tall_array_count_along_the_page_and_pairs_are_kept_apart()
    {
        var map = new ConductanceMap("Layer", 3, 2, [0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15], new(0, 15));
        var grid = new MapGrid(map, 2);
        Assert.True(grid.WordLinesAcross);
        Assert.Equal(new double[,] { { 0, 2, 4 }, { 1, 3, 5 } }, grid.Cells(0));
        Assert.Equal(new double[,] { { 10, 12, 14 }, { 11, 13, 15 } }, grid.Cells(1));
    }

    [Fact]
    public void Arrays_larger_than_the_page_are_averaged_and_say_so()
    {
        var files = ConductanceMapFigure.Save(SyntheticData.Map(1930, 4), Base("large"));
        Assert.Contains("Layer 1: 1930 × 4, means of 3 × 1 devices", Picture.Texts(files.Svg));
    }

    [Fact]
    public void Devices_without_a_value_are_grey_and_do_not_spoil_the_scale()
    {
        var map = new ConductanceMap("Layer", 2, 2, [double.NaN, double.NaN, 1e-6, 2e-6], new(1e-6, 2e-6));
        Picture.AssertSound(ConductanceMapFigure.Save(map, Base("missing")));
        Assert.True(double.IsNaN(new MapGrid(map, 1).Cells(0)[0, 0]));
    }

    [Fact]
    public void Conductances_that_do_not_fit_the_shape_are_refused()
    {
        var map = new ConductanceMap("Layer", 2, 2, [1, 2, 3], new(0, 1));
        Assert.Throws<ArgumentException>(() => ConductanceMapFigure.Save(map, Base("bad")));
        Assert.False(File.Exists(Base("bad.png")));
    }

    [Fact]
    public void Histogram_states_the_share_of_devices_at_both_ends()
    {
        var files = PulseHistogramFigure.Save(
            [new("Layer 1", 4, [0, 0, 4, 2]), SyntheticData.Counters("Layer 2", 100, 999)], Base("histogram"), "P");
        Picture.AssertSound(files);
        Assert.Contains("Layer 1: 50.0 % at P = 0, 25.0 % at P = N = 4", Picture.Texts(files.Svg));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(30_000)]
    public void Histograms_of_any_number_of_pulses_are_drawn(int pulses) =>
        Picture.AssertSound(PulseHistogramFigure.Save([SyntheticData.Counters("Layer", pulses, 500)], Base("n")));

    [Fact]
    public void Equal_counters_and_an_empty_layer_are_drawn() => Picture.AssertSound(PulseHistogramFigure.Save(
        [new("a", 10, [5, 5, 5]), new("b", 10, [0, 0]), new("c", 10, []), new("d", 1, [1])], Base("equal")));

    [Fact]
    public void A_counter_outside_its_window_is_refused() =>
        Assert.Throws<ArgumentException>(() => PulseHistogramFigure.Save([new("a", 10, [11])], Base("outside")));
}
