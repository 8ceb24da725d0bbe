namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>Writes one digit by hand: a way to write it, a shaky hand, a slanted sheet, a pen.</summary>
/// <param name="dice">The sample's random numbers.</param>
internal sealed class DigitWriter(SampleDice dice)
{
    private const double Shake = 0.06;

    /// <summary>Draws a digit.</summary>
    /// <param name="digit">0 .. 9.</param>
    /// <param name="pixels">The picture, [side x side] row-major, all zero; white ink on black.</param>
    public void Write(int digit, Span<byte> pixels)
    {
        var ways = DigitShapes.Of(digit);
        var way = ways[dice.Below(ways.Count)];
        var placement = new Placement(dice);
        var canvas = new Canvas(EmbeddedDigits.Side);
        var radius = dice.Between(0.85, 1.85);
        foreach (var stroke in way) Draw(canvas, placement, stroke, radius);
        canvas.Develop(dice, dice.Between(0.75, 1), 0.15, pixels);
    }

    private void Draw(Canvas canvas, Placement placement, PenPoint[] stroke, double radius)
    {
        var curve = Spline.Through(Shaken(stroke), dice.Between(-0.15, 0.3), dice.Between(-0.15, 0.4));
        var (width, end) = (radius * dice.Between(0.75, 1.15), radius * dice.Between(0.6, 1.15));
        var change = (end - width) / (curve.Length - 1);
        var from = placement.Place(curve[0]);
        for (var i = 1; i < curve.Length; i++, width += change)
        {
            var to = placement.Place(curve[i]);
            canvas.Line(from, to, width, width + change);
            from = to;
        }
    }

    // Both copies of a corner's point move together, or it would not stay a corner.
    private PenPoint[] Shaken(PenPoint[] stroke)
    {
        var shaken = new PenPoint[stroke.Length];
        for (var i = 0; i < stroke.Length; i++)
            shaken[i] = i > 0 && stroke[i] == stroke[i - 1]
                ? shaken[i - 1]
                : stroke[i] + dice.PointAround(Shake);
        return shaken;
    }
}
