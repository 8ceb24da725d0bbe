namespace CrossbarSim.Core.Devices;

/// <summary>
/// The nonlinearity label of MLP+NeuroSim and the curve constant a = A/N that it stands for: the perpendicular distance
/// of the curve from its diagonal, in steps of 0.07.
/// </summary>
/// <remarks>
/// With g(x) = (1 - exp(-x/a))/(1 - exp(-1/a)), label = max (g(x) - x) / (0.07 sqrt 2). This reproduces all 900 values of
/// the published table (P.-Y. Chen, X. Peng, S. Yu: NeuroSim. IEEE Trans. CAD 37 (2018) 3067, doi
/// 10.1109/TCAD.2018.2789723; manual of V3.0) to their last digit, 5e-7. Labels are not cut to two decimals, as the
/// program does.
/// </remarks>
public static class NeurosimLabel
{
    /// <summary>The largest label of the published table.</summary>
    public const double Most = 9;

    private const double UnitDistance = 0.07 * 1.4142135623730951;

    // Below these, differences of nearly equal numbers are summed as series.
    private const double SmallRate = 1;
    private const double SmallExcess = 0.5;

    /// <summary>The curve constant of a label.</summary>
    /// <param name="label">-9 .. 9; 0 is linear.</param>
    /// <returns>a in windows, with the sign of the label; infinite for 0. Relative error below 1e-14.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The label is not in its range.</exception>
    public static double Constant(double label)
    {
        if (!(Math.Abs(label) <= Most)) throw new ArgumentOutOfRangeException(nameof(label), label, "-9 .. 9");
        if (label == 0) return double.PositiveInfinity;
        return 1 / double.CopySign(Rate(Math.Abs(label) * UnitDistance), label);
    }

    /// <summary>The label of a curve constant.</summary>
    /// <param name="a">A/N in windows, not 0; infinite is linear.</param>
    /// <returns>The label, with the sign of a.</returns>
    public static double Of(double a) =>
        double.IsInfinity(a) ? 0 : double.CopySign(Distance(1 / Math.Abs(a)) / UnitDistance, a);

    // The rate t = 1/a at which the distance is reached; it is at least 8 times the distance.
    private static double Rate(double distance)
    {
        var (low, high) = (distance, 8 * distance);
        while (Distance(high) < distance) (low, high) = (high, 2 * high);
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (Distance(middle) < distance) low = middle;
            else high = middle;
        }
    }

    // max over x of g(x) - x: with q = t/(1 - exp(-t)) - 1, (q - ln(1 + q))/t.
    private static double Distance(double t)
    {
        var q = Excess(t) / -ExponentialCurve.ExpM1(-t);
        return LogExcess(q) / t;
    }

    // exp(-t) - 1 + t.
    private static double Excess(double t)
    {
        if (t > SmallRate) return ExponentialCurve.ExpM1(-t) + t;
        var (sum, term) = (0.0, t * t / 2);
        for (var n = 3; Math.Abs(term) > sum * 1e-18; n++) (sum, term) = (sum + term, -term * t / n);
        return sum;
    }

    // q - ln(1 + q); with z = q/(2 + q), ln(1 + q) = 2 (z + z^3/3 + ...) and q = 2 z/(1 - z).
    private static double LogExcess(double q)
    {
        if (q > SmallExcess) return q - Math.Log(1 + q);
        var z = q / (2 + q);
        var (sum, power) = (0.0, z * z * z);
        for (var n = 3; power > sum * 1e-18; n += 2, power *= z * z) sum += power / n;
        return 2 * (z * z / (1 - z) - sum);
    }
}
