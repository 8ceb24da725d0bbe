using CrossbarSim.Experiments.Predictions;
using SkiaSharp;

namespace CrossbarSim.Simulator.Images;

/// <summary>From colours to shades of grey.</summary>
internal static class PixelReader
{
    // Framing needs a few dozen pixels; more than this only costs time.
    private const int LongestSide = 1024;

    /// <summary>The picture in grey: means of square blocks where it is very large.</summary>
    /// <param name="bitmap">RGBA, 8 bits each, not multiplied with alpha.</param>
    /// <param name="ink">Which is the ink; what is transparent shows paper of the other shade.</param>
    public static GreyImage Grey(SKBitmap bitmap, Ink ink)
    {
        var block = (Math.Max(bitmap.Width, bitmap.Height) + LongestSide - 1) / LongestSide;
        var (width, height) = (Blocks(bitmap.Width, block), Blocks(bitmap.Height, block));
        var paper = bitmap.AlphaType == SKAlphaType.Opaque ? 0 : Paper(bitmap.GetPixelSpan(), ink);
        var levels = new float[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                levels[y * width + x] = Mean(bitmap, x * block, y * block, block, paper);
        return new GreyImage(width, height, levels);
    }

    private static int Blocks(int length, int block) => (length + block - 1) / block;

    private static float Mean(SKBitmap bitmap, int left, int top, int block, float paper)
    {
        var pixels = bitmap.GetPixelSpan();
        var (right, bottom) = (Math.Min(left + block, bitmap.Width), Math.Min(top + block, bitmap.Height));
        var sum = 0f;
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                sum += OnPaper(pixels[(y * bitmap.RowBytes + 4 * x)..], paper);
        return sum / ((right - left) * (bottom - top));
    }

    private static float OnPaper(ReadOnlySpan<byte> pixel, float paper) =>
        pixel[3] == 255 ? Luma(pixel) : paper + (Luma(pixel) - paper) * (pixel[3] / 255f);

    // ITU-R BT.601; the weights sum to 1000, so that grey stays exactly what it was.
    private static float Luma(ReadOnlySpan<byte> pixel) =>
        (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2]) / 255_000f;

    // Behind dark ink lies white paper, behind light ink black.
    private static float Paper(ReadOnlySpan<byte> pixels, Ink ink)
    {
        if (ink != Ink.Auto) return ink == Ink.Dark ? 1 : 0;
        var (light, seen) = (0.0, 0.0);
        for (var i = 0; i < pixels.Length; i += 4)
        {
            light += Luma(pixels[i..]) * pixels[i + 3];
            seen += pixels[i + 3];
        }

        return light <= 0.5 * seen ? 1 : 0;
    }
}
