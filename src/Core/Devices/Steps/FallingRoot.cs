namespace CrossbarSim.Core.Devices.Steps;

/// <summary>Finds where a falling function is 0.</summary>
/// <remarks>
/// False position with the weights of the Illinois method: M. Dowell, P. Jarratt: A modified regula falsi method for
/// computing the root of an equation. BIT 11 (1971) 168, doi 10.1007/BF01934364.
/// </remarks>
internal static class FallingRoot
{
    private const int MostStrides = 40;
    private const int MostTrials = 100;
    private const double Resolution = 1e-14;

    /// <summary>The root.</summary>
    /// <param name="function">Falls; about as steep as -1 near 0.</param>
    /// <returns>Within some roundings of the function; null where no root is found.</returns>
    public static double? Find(Func<double, double> function)
    {
        var (before, value) = (0.0, function(0));
        if (value == 0) return 0;
        var stride = 2 * value;
        for (var k = 0; k < MostStrides; k++, stride *= 2)
        {
            var (next, found) = (before + stride, function(before + stride));
            if (Math.Sign(found) != Math.Sign(value)) return Between(function, (before, value), (next, found));
            (before, value) = (next, found);
        }

        return null;
    }

    private static double Between(Func<double, double> function, (double X, double Y) kept, (double X, double Y) latest)
    {
        var stride = double.PositiveInfinity;
        for (var k = 0; k < MostTrials && latest.Y != 0 && Math.Abs(stride) > Resolution; k++)
        {
            stride = -latest.Y * (latest.X - kept.X) / (latest.Y - kept.Y);
            var (x, y) = (latest.X + stride, function(latest.X + stride));
            kept = Math.Sign(y) == Math.Sign(latest.Y) ? (kept.X, kept.Y / 2) : latest;
            latest = (x, y);
        }

        return latest.X;
    }
}
