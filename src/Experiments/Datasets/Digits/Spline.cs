namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>A smooth curve through the points of a stroke (uniform Catmull-Rom).</summary>
internal static class Spline
{
    private const int StepsPerSpan = 6;

    /// <summary>Points along the curve.</summary>
    /// <param name="points">The points it passes through; at least 2.</param>
    /// <param name="cutStart">Part of the first span that is left out, 0 .. 1; below 0 the pen starts early.</param>
    /// <param name="cutEnd">The same at the last span.</param>
    /// <returns>Six points a span, and the end.</returns>
    public static PenPoint[] Through(ReadOnlySpan<PenPoint> points, double cutStart, double cutEnd)
    {
        var spans = points.Length - 1;
        var curve = new PenPoint[spans * StepsPerSpan + 1];
        var length = spans - cutStart - cutEnd;
        for (var i = 0; i < curve.Length; i++) curve[i] = At(points, cutStart + length * i / (curve.Length - 1));
        return curve;
    }

    private static PenPoint At(ReadOnlySpan<PenPoint> points, double place)
    {
        var span = Math.Clamp((int)place, 0, points.Length - 2);
        var t = place - span;
        var (from, to) = (points[span], points[span + 1]);
        var before = points[Math.Max(span - 1, 0)];
        var after = points[Math.Min(span + 2, points.Length - 1)];
        return from + (0.5 * t) * (to - before + t * (
            2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)));
    }
}
