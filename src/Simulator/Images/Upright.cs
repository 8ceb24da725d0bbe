using CrossbarSim.Experiments.Predictions;
using SkiaSharp;

namespace CrossbarSim.Simulator.Images;

/// <summary>Turns a picture as its EXIF orientation says: cameras store what the sensor saw.</summary>
internal static class Upright
{
    /// <summary>Turns or mirrors a picture.</summary>
    /// <param name="image">As stored.</param>
    /// <param name="origin">Which corner of the upright picture was stored first.</param>
    public static GreyImage Turn(GreyImage image, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default) return image;
        var lies = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = lies ? (image.Height, image.Width) : (image.Width, image.Height);
        var levels = new float[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                levels[y * width + x] = image.Levels[Stored(x, y, width - 1, height - 1, image.Width, origin)];
        return new GreyImage(width, height, levels);
    }

    private static int Stored(int x, int y, int right, int bottom, int stride, SKEncodedOrigin origin)
    {
        var (u, v) = origin switch
        {
            SKEncodedOrigin.TopRight => (right - x, y),
            SKEncodedOrigin.BottomRight => (right - x, bottom - y),
            SKEncodedOrigin.BottomLeft => (x, bottom - y),
            SKEncodedOrigin.LeftTop => (y, x),
            SKEncodedOrigin.RightTop => (y, right - x),
            SKEncodedOrigin.RightBottom => (bottom - y, right - x),
            SKEncodedOrigin.LeftBottom => (bottom - y, x),
            _ => (x, y),
        };
        return v * stride + u;
    }
}
