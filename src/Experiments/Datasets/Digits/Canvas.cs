namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>Ink on a square of pixels, 0 .. 1 each.</summary>
/// <param name="side">Pixels per side.</param>
internal sealed class Canvas(int side)
{
    private readonly double[] _ink = new double[side * side];

    /// <summary>Draws a line with round ends whose width changes evenly along it.</summary>
    /// <param name="from">Start, in pixels.</param>
    /// <param name="to">End, in pixels.</param>
    /// <param name="fromRadius">Half the width at the start, in pixels.</param>
    /// <param name="toRadius">Half the width at the end, in pixels.</param>
    public void Line(PenPoint from, PenPoint to, double fromRadius, double toRadius)
    {
        var reach = Math.Max(fromRadius, toRadius) + 0.5;
        var (left, right) = Covered(from.X, to.X, reach);
        var (top, bottom) = Covered(from.Y, to.Y, reach);
        var along = to - from;
        var square = along.X * along.X + along.Y * along.Y;
        for (var y = top; y <= bottom; y++)
            for (var x = left; x <= right; x++)
            {
                var offset = new PenPoint(x + 0.5, y + 0.5) - from;
                var t = square > 0 ? Math.Clamp((offset.X * along.X + offset.Y * along.Y) / square, 0, 1) : 0;
                Touch(y * side + x, offset - t * along, fromRadius + t * (toRadius - fromRadius));
            }
    }

    /// <summary>Writes the ink as bytes, 255 for full ink.</summary>
    /// <param name="dice">Random numbers for the unevenness of the ink.</param>
    /// <param name="strength">Ink of a full stroke, 0 .. 1.</param>
    /// <param name="grain">Largest relative loss of ink in a pixel.</param>
    /// <param name="pixels">The bytes, [side x side] row-major.</param>
    public void Develop(SampleDice dice, double strength, double grain, Span<byte> pixels)
    {
        for (var i = 0; i < _ink.Length; i++)
        {
            if (_ink[i] <= 0) continue;
            var kept = 1 - grain * dice.Between(0, 1);
            pixels[i] = (byte)(255 * strength * _ink[i] * kept + 0.5);
        }
    }

    private (int First, int Last) Covered(double a, double b, double reach) =>
        (Math.Max(0, (int)(Math.Min(a, b) - reach)), Math.Min(side - 1, (int)(Math.Max(a, b) + reach)));

    // The edge falls from full ink to none over one pixel: the coverage of a pixel by a straight edge.
    private void Touch(int pixel, PenPoint offset, double radius)
    {
        var distance = Math.Sqrt(offset.X * offset.X + offset.Y * offset.Y);
        _ink[pixel] = Math.Max(_ink[pixel], Math.Clamp(radius + 0.5 - distance, 0, 1));
    }
}
