using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Predictions;

/// <summary>
/// Makes of a picture of a digit what MNIST's own pictures are: ink on empty paper, fitted into 20 x 20 with its
/// shape kept and centred by mass in 28 x 28.
/// </summary>
/// <remarks>
/// After Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits. Every one of its pictures is
/// 20 pixels long and has its centre of mass nearest to the middle of pixel 14, so it comes out as it went in.
/// </remarks>
public static class DigitFramer
{
    private const int Fitted = 20;
    private const int Middle = 14;

    // Resampling a digit that is framed already would only blur it.
    private const int LeastFitted = 18;

    /// <summary>Frames a digit.</summary>
    /// <param name="image">The picture, of any size.</param>
    /// <param name="ink">Which is the ink.</param>
    /// <exception cref="ConfigurationException">The picture has no ink (CBS0605).</exception>
    public static FramedDigit Frame(GreyImage image, Ink ink = Ink.Auto)
    {
        var map = InkMap.Of(image, ink);
        var longest = Math.Max(map.Box.Width, map.Box.Height);
        var scale = longest is >= LeastFitted and <= Fitted ? 1 : (double)Fitted / longest;
        var across = Axis(map.Box.Left, map.Box.Width, scale);
        var down = Axis(map.Box.Top, map.Box.Height, scale);
        var fitted = AreaSampling.Resample(map.Levels, map.Width, across, down);
        return new FramedDigit(Centred(fitted, across.Count, down.Count), map.Ink);
    }

    // One pixel more on each side keeps edges that were too faint for the box.
    private static SampledAxis Axis(int start, int length, double scale) =>
        new(start - 1 / scale, scale, (int)Math.Ceiling(length * scale - 1e-6) + 2);

    private static byte[] Centred(float[] levels, int columns, int rows)
    {
        var (left, top) = (Offset(levels, i => i % columns, columns), Offset(levels, i => i / columns, rows));
        var full = levels.Max();
        var pixels = new byte[FramedDigit.Side * FramedDigit.Side];
        for (var i = 0; i < levels.Length; i++)
        {
            var (x, y) = (i % columns + left, i / columns + top);
            if (x is >= 0 and < FramedDigit.Side && y is >= 0 and < FramedDigit.Side)
                pixels[y * FramedDigit.Side + x] = (byte)MathF.Round(255 * levels[i] / full);
        }

        return pixels;
    }

    // Where the first pixel comes to lie: the mass in the middle, but all within the margin in the picture.
    private static int Offset(float[] levels, Func<int, int> place, int count)
    {
        var (sum, moment) = (0.0, 0.0);
        for (var i = 0; i < levels.Length; i++) (sum, moment) = (sum + levels[i], moment + levels[i] * place(i));
        var offset = (int)Math.Round(Middle - moment / sum);
        return Math.Clamp(offset, -1, FramedDigit.Side + 1 - count);
    }
}
