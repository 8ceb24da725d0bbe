namespace CrossbarSim.Core.Devices;

/// <summary>
/// A measured curve: monotone piecewise cubic interpolation between points, so that the curve has no
/// overshoot and keeps the order of the measured values.
/// </summary>
/// <remarks>
/// Fritsch, Carlson: Monotone piecewise cubic interpolation. SIAM J. Numer. Anal. 17 (1980) 238-246; the
/// slopes are the weighted harmonic means of Fritsch and Butland (1984), eq. 5.
/// </remarks>
public sealed class TableCurve : IConductanceCurve
{
    private readonly double[] _p;
    private readonly double[] _u;
    private readonly double[] _slopes;

    /// <summary>Creates the curve through the given points.</summary>
    /// <param name="pulses">Pulse numbers, strictly increasing; at least 2. The first is p = 0, the last p = 1.</param>
    /// <param name="conductances">Conductances in siemens, strictly increasing, as many as pulses.</param>
    /// <exception cref="ArgumentException">The points are fewer than 2, not finite or not strictly increasing.</exception>
    public TableCurve(IReadOnlyList<double> pulses, IReadOnlyList<double> conductances)
    {
        if (pulses.Count != conductances.Count) throw new ArgumentException("as many conductances as pulses are needed");
        _p = Normalise(pulses, nameof(pulses));
        _u = Normalise(conductances, nameof(conductances));
        _slopes = Slopes(_p, _u);
    }

    /// <inheritdoc/>
    public double Fraction(double position)
    {
        if (position <= 0) return 0;
        if (position >= 1) return 1;
        var found = Array.BinarySearch(_p, position);
        if (found >= 0) return _u[found];
        var i = ~found - 1;
        return Hermite(i, position);
    }

    /// <inheritdoc/>
    public double Position(double fraction)
    {
        if (fraction <= 0) return 0;
        if (fraction >= 1) return 1;
        var (low, high) = (0.0, 1.0);
        while (true)
        {
            // The curve is monotone, so bisection always lands on the last bit.
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (Fraction(middle) < fraction) low = middle;
            else high = middle;
        }
    }

    private double Hermite(int i, double position)
    {
        var width = _p[i + 1] - _p[i];
        var t = (position - _p[i]) / width;
        var rise = t * t * (3 - 2 * t);
        var bend = t * (1 - t) * ((1 - t) * _slopes[i] - t * _slopes[i + 1]) * width;
        return _u[i] + (_u[i + 1] - _u[i]) * rise + bend;
    }

    private static double[] Normalise(IReadOnlyList<double> values, string name)
    {
        if (values.Count < 2) throw new ArgumentException("at least two points are needed", name);
        for (var i = 1; i < values.Count; i++)
            if (!(values[i] > values[i - 1])) throw new ArgumentException($"point {i} does not rise", name);
        var (first, span) = (values[0], values[^1] - values[0]);
        if (!double.IsFinite(span)) throw new ArgumentException("the points do not span a finite range", name);
        return [.. values.Select((v, i) => i == values.Count - 1 ? 1.0 : (v - first) / span)];
    }

    private static double[] Slopes(double[] p, double[] u)
    {
        var last = p.Length - 1;
        var slopes = new double[p.Length];
        double Secant(int i) => (u[i + 1] - u[i]) / (p[i + 1] - p[i]);
        slopes[0] = Secant(0);
        slopes[last] = Secant(last - 1);
        for (var i = 1; i < last; i++)
        {
            var (left, right) = (p[i] - p[i - 1], p[i + 1] - p[i]);
            var (before, after) = (left + 2 * right, 2 * left + right);
            slopes[i] = (before + after) / (before / Secant(i - 1) + after / Secant(i));
        }

        return slopes;
    }
}
