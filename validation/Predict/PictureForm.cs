using SkiaSharp;
using Colour = CrossbarSim.Validation.Predict.PngFile.Colour;

namespace CrossbarSim.Validation.Predict;

/// <summary>One way in which a digit can lie in a file.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Encode">From ink, 0 .. 255 in 28 x 28, and the number of the picture to the content of a file.</param>
internal sealed record PictureForm(string Name, Func<byte[], int, byte[]> Encode)
{
    private const int Side = 28;
    private const int Scale = 10;

    /// <summary>The forms; the ink is black on white paper where nothing else is said.</summary>
    public static IReadOnlyList<PictureForm> All { get; } =
    [
        new("PNG, 8-bit grey", (ink, _) => Grey(Side, Paper(ink))),
        new("PNG, 1-bit", (ink, _) => PngFile.Encode(Side, 1, Colour.Grey, Samples(ink, i => i < 128 ? 1 : 0))),
        new("PNG, 16-bit grey", (ink, _) => PngFile.Encode(Side, 16, Colour.Grey, Samples(ink, i => 257 * (255 - i)))),
        new("PNG, palette of 256", (ink, _) => PngFile.Encode(Side, 8, Colour.Palette, Samples(ink, i => i), Palette(256))),
        new("PNG, palette of 16", (ink, _) => PngFile.Encode(Side, 4, Colour.Palette, Samples(ink, i => i / 16), Palette(16))),
        new("PNG, RGB, blue ink", (ink, _) =>
            PngFile.Encode(Side, 8, Colour.Rgb, Samples(ink, i => 255 - i, i => 255 - i, _ => 255))),
        new("PNG, RGBA, ink on nothing", (ink, _) =>
            PngFile.Encode(Side, 8, Colour.Rgba, Samples(ink, _ => 0, _ => 0, _ => 0, i => i))),
        new("PNG, grey and alpha, white ink", (ink, _) =>
            PngFile.Encode(Side, 8, Colour.GreyAlpha, Samples(ink, _ => 255, i => i))),
        new("BMP, 1-bit", (ink, _) => BmpFile.Encode(Side, 1, Bytes(ink, i => i < 128 ? 1 : 0), [0, 255])),
        new("BMP, 8-bit", (ink, _) => BmpFile.Encode(Side, 8, ink, [.. Enumerable.Range(0, 256).Select(i => (byte)(255 - i))])),
        new("BMP, 24-bit", (ink, _) => BmpFile.Encode(Side, 24, Paper(ink))),
        new("BMP, 32-bit", (ink, _) => BmpFile.Encode(Side, 32, Paper(ink))),
        new("JPEG, quality 90", (ink, _) => Jpeg(Side, Paper(ink), 90)),
        new("inverted: white on black", (ink, _) => Grey(Side, ink)),
        new("shifted by 4 to the right", (ink, _) => Grey(Side, Paper(Shifted(ink, 4, 0)))),
        new("shifted by 4 up and left", (ink, _) => Grey(Side, Paper(Shifted(ink, -4, -4)))),
        new("enlarged 10 times", (ink, _) => Grey(Scale * Side, Paper(Enlarged(ink)))),
        new("grey paper, level 200", (ink, _) => Grey(Side, Bytes(ink, i => 200 * (255 - i) / 255))),
        new("grey paper, level 100", (ink, _) => Grey(Side, Bytes(ink, i => 100 * (255 - i) / 255))),
        new("pale ink, level 200", (ink, _) => Grey(Side, Bytes(ink, i => 255 - 55 * i / 255))),
        new("uneven light, 240 to 120", (ink, _) => Grey(Side, Lit(ink, Side))),
        new("photo: 280 x 280, uneven, grain, JPEG 80", (ink, number) =>
            Jpeg(Scale * Side, Grainy(Lit(Enlarged(ink), Scale * Side), number), 80)),
    ];

    /// <summary>Ending of the file: names mean nothing to the reader, but people look at them.</summary>
    public string Extension => Name.Contains("BMP", StringComparison.Ordinal) ? ".bmp"
        : Name.Contains("JPEG", StringComparison.Ordinal) ? ".jpg" : ".png";

    private static byte[] Grey(int width, byte[] levels) => PngFile.Encode(width, 8, Colour.Grey, Samples(levels, i => i));

    private static byte[] Paper(byte[] ink) => Bytes(ink, i => 255 - i);

    private static byte[] Bytes(byte[] ink, Func<int, int> level) => [.. ink.Select(i => (byte)level(i))];

    private static ushort[] Samples(byte[] ink, params Func<int, int>[] channels) =>
        [.. ink.SelectMany(i => channels.Select(channel => (ushort)channel(i)))];

    private static byte[] Palette(int colours) =>
        [.. Enumerable.Range(0, colours).SelectMany(i => Enumerable.Repeat((byte)(255 - i * 255 / (colours - 1)), 3))];

    private static byte[] Shifted(byte[] ink, int right, int down)
    {
        var result = new byte[ink.Length];
        for (var i = 0; i < ink.Length; i++)
        {
            var (x, y) = (i % Side + right, i / Side + down);
            if (x is >= 0 and < Side && y is >= 0 and < Side) result[y * Side + x] = ink[i];
        }

        return result;
    }

    private static byte[] Enlarged(byte[] ink)
    {
        const int Wide = Scale * Side;
        return [.. Enumerable.Range(0, Wide * Wide).Select(i => ink[i / Wide / Scale * Side + i % Wide / Scale])];
    }

    // A lamp at the upper left: twice as bright there as at the lower right.
    private static byte[] Lit(byte[] ink, int width) =>
        [.. ink.Select((i, n) => (byte)((240 - 60.0 * (n % width + n / width) / (width - 1)) * (255 - i) / 255))];

    private static byte[] Grainy(byte[] levels, int number)
    {
        var random = new Random(number);
        return [.. levels.Select(level =>
            (byte)Math.Clamp(level + 10 * (random.NextDouble() + random.NextDouble() - 1), 0, 255))];
    }

    private static byte[] Jpeg(int width, byte[] levels, int quality)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, levels.Length / width, SKColorType.Gray8, SKAlphaType.Opaque));
        levels.CopyTo(bitmap.GetPixelSpan());
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }
}
