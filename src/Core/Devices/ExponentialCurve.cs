namespace CrossbarSim.Core.Devices;

/// <summary>
/// u = F(p; A) = expm1(p/A) / expm1(1/A). A &lt; 0 saturates (concave: the first pulses move most),
/// A &gt; 0 accelerates (convex), and |A| to infinity is linear.
/// </summary>
/// <remarks>
/// Evaluated so that nothing cancels or overflows for any A: for A &gt; 0 as
/// exp((p - 1)/A) expm1(-p/A)/expm1(-1/A). Absolute error below 1e-15 against 60-digit values.
/// </remarks>
public sealed class ExponentialCurve : IConductanceCurve
{
    // Beyond this, p and F(p; A) differ by less than 1/(8 |A|) < 1e-17.
    private const double LinearFrom = 1e17;

    // exp overflows at 709.8.
    private const double LargestExponent = 700;

    private readonly double _a;

    /// <summary>Creates the curve.</summary>
    /// <param name="a">A, in windows (1 = the whole range of P): not 0, not NaN; infinite means linear.</param>
    /// <exception cref="ArgumentOutOfRangeException">A is 0 or NaN.</exception>
    public ExponentialCurve(double a)
    {
        if (a == 0 || double.IsNaN(a)) throw new ArgumentOutOfRangeException(nameof(a), a, "A must not be 0 or NaN");
        _a = a;
    }

    /// <inheritdoc/>
    public double Fraction(double position)
    {
        if (Math.Abs(_a) >= LinearFrom) return position;
        if (_a < 0) return ExpM1(position / _a) / ExpM1(1 / _a);
        return Math.Exp((position - 1) / _a) * ExpM1(-position / _a) / ExpM1(-1 / _a);
    }

    /// <inheritdoc/>
    public double Position(double fraction)
    {
        if (Math.Abs(_a) >= LinearFrom) return fraction;
        if (_a > 0) return Accelerating(fraction, _a);

        // F(p; A) = 1 - F(1 - p; -A): the far half of a saturating curve is the near half of an accelerating
        // one, where the logarithm does not cancel.
        return fraction <= 0.5
            ? _a * LogP1(fraction * ExpM1(1 / _a))
            : 1 - Accelerating(1 - fraction, -_a);
    }

    private static double Accelerating(double fraction, double a)
    {
        if (fraction <= 0) return 0;
        var position = 1 / a <= LargestExponent
            ? a * LogP1(fraction * ExpM1(1 / a))
            : 1 + a * Math.Log(fraction + (1 - fraction) * Math.Exp(-1 / a));

        // The last rounding may step over an end.
        return Math.Clamp(position, 0, 1);
    }

    /// <summary>exp(x) - 1 without cancellation near 0.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>
    /// Kahan's correction (W. Kahan, reported in Higham: Accuracy and Stability of Numerical Algorithms,
    /// 2nd ed., section 1.14.1): (e - 1) x / ln e, where the errors of e cancel. Below 4 ulp.
    /// </remarks>
    internal static double ExpM1(double x)
    {
        if (Math.Abs(x) > 1) return Math.Exp(x) - 1;
        var e = Math.Exp(x);
        if (e == 1) return x;
        return (e - 1) * (x / Math.Log(e));
    }

    /// <summary>ln(1 + x) without cancellation near 0.</summary>
    /// <param name="x">Above -1.</param>
    internal static double LogP1(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
