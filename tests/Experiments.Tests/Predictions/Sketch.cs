using CrossbarSim.Experiments.Predictions;

namespace CrossbarSim.Experiments.Tests.Predictions;

/// <summary>A digit drawn with a few strokes: a seven with a bar and a hook, so that no symmetry hides a mistake.</summary>
internal static class Sketch
{
    private static readonly (double X, double Y)[] Path = [(0.1, 0.05), (0.85, 0.05), (0.45, 0.95), (0.6, 0.9)];

    /// <summary>Ink on a page, 0 .. 1.</summary>
    /// <param name="width">Width of the page.</param>
    /// <param name="height">Height of the page.</param>
    /// <param name="left">Where the digit begins.</param>
    /// <param name="top">Where the digit begins.</param>
    /// <param name="size">Its height.</param>
    public static float[] Ink(int width, int height, double left, double top, double size)
    {
        var ink = new float[width * height];
        for (var i = 0; i < ink.Length; i++)
        {
            var (x, y) = ((i % width + 0.5 - left) / size, (i / width + 0.5 - top) / size);
            var distance = Path.Zip(Path.Skip(1), (a, b) => Distance(x, y, a, b)).Min();
            ink[i] = (float)Math.Clamp((0.05 - distance) * size + 0.5, 0, 1);
        }

        return ink;
    }

    /// <summary>A picture with paper and ink of given levels.</summary>
    public static GreyImage Picture(int width, float[] ink, float paper = 1, float drawn = 0) =>
        new(width, ink.Length / width, [.. ink.Select(i => paper + (drawn - paper) * i)]);

    /// <summary>Mean difference of two digits, of 255, over the pixels with ink.</summary>
    public static double Difference(FramedDigit a, FramedDigit b)
    {
        var pairs = a.Pixels.Zip(b.Pixels, (p, q) => (p, q)).Where(pair => pair.p + pair.q > 0).ToList();
        return pairs.Average(pair => Math.Abs(pair.p - pair.q)) / 255.0;
    }

    private static double Distance(double x, double y, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var t = Math.Clamp(((x - a.X) * dx + (y - a.Y) * dy) / (dx * dx + dy * dy), 0, 1);
        return Math.Sqrt(Math.Pow(x - a.X - t * dx, 2) + Math.Pow(y - a.Y - t * dy, 2));
    }
}
