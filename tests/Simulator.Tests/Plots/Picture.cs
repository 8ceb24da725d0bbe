using System.Xml.Linq;
using CrossbarSim.Simulator.Plots;
using SkiaSharp;

namespace CrossbarSim.Simulator.Tests.Plots;

/// <summary>What tests ask of saved figures.</summary>
internal static class Picture
{
    /// <summary>Pixels darker than mid-grey in a part of a PNG.</summary>
    public static int DarkPixels(string png, SKRectI? part = null)
    {
        using var bitmap = SKBitmap.Decode(png);
        var rect = part ?? new SKRectI(0, 0, bitmap.Width, bitmap.Height);
        var dark = 0;
        for (var y = rect.Top; y < rect.Bottom; y++)
            for (var x = rect.Left; x < rect.Right; x++)
                if (bitmap.GetPixel(x, y).Red + bitmap.GetPixel(x, y).Green + bitmap.GetPixel(x, y).Blue < 384) dark++;
        return dark;
    }

    public static (int Width, int Height) Size(string png)
    {
        using var codec = SKCodec.Create(png);
        return (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>The texts of an SVG, in drawing order.</summary>
    public static IReadOnlyList<string> Texts(string svg) =>
        [.. XDocument.Load(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];

    /// <summary>Both files exist, are whole, and show more than a frame.</summary>
    public static void AssertSound(FigureFiles files)
    {
        Assert.True(DarkPixels(files.Png) > 2000, $"{files.Png} is almost blank");
        var root = XDocument.Load(files.Svg).Root!;
        var (width, height) = Size(files.Png);
        Assert.Equal(FormattableString.Invariant($"0 0 {width} {height}"), root.Attribute("viewBox")!.Value);
        Assert.NotEmpty(Texts(files.Svg));
        Assert.All(root.Descendants().Where(e => e.Name.LocalName == "text"),
            e => Assert.StartsWith("DejaVu Sans", e.Attribute("font-family")!.Value, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(files.Png)!, "*.tmp"));
    }
}
