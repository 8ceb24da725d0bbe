using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Fitting.Noise;

/// <summary>Residuals of single pulses, from the sums of the cycles and a fitted curve.</summary>
/// <remarks>
/// With d the distance of a conductance to the curve, the residual of a pulse is e = d(n) - k d(n-1): what the law does to
/// a deviation, k, is the ratio of its neighbouring steps, for a pulse carries neighbouring states along with it.
/// </remarks>
internal static class PulseResiduals
{
    private const double LeastKept = 0.2;
    private const double MostKept = 1.5;

    /// <summary>All residuals of a device.</summary>
    /// <param name="device">Its sums.</param>
    /// <param name="curve">The fitted conductance after so many pulses of a direction, siemens; NaN where none is.</param>
    /// <param name="window">Width of the fitted window, siemens.</param>
    public static IEnumerable<PulseResidual> Of(DeviceSweeps device, Func<bool, int, double> curve, double window) =>
        device.Moments.Select(m => Of(device, m.IsDepression, m.Pulse, n => curve(m.IsDepression, n), window))
            .Where(residual => residual.Count > 0);

    private static PulseResidual Of(DeviceSweeps device, bool depression, int n, Func<int, double> curve, double window)
    {
        if (device.Find(depression, n) is not { One.Count: > 0 } now || device.Find(depression, n - 1) is not { } before)
            return default;
        double Offset(PulseMoments moments, int at) => moments.Reference - curve(at);
        var (here, there, kept) = (Offset(now, n), Offset(before, n - 1), Kept(curve, n));
        var one = now.One.MeanProduct(here, there);
        var square = now.MeanSquare(curve(n)) - 2 * kept * one + kept * kept * before.MeanSquare(curve(n - 1));
        var (area, step) = (window * window, Math.Abs(curve(n) - curve(n - 1)) / window);
        if (now.Two.Count == 0 || device.Find(depression, n - 2) is not { } earlier)
            return new PulseResidual(now.One.Count, square / area, step, kept, 0, 0);
        var keptBefore = Kept(curve, n - 1);
        var product = one - keptBefore * now.Two.MeanProduct(here, Offset(earlier, n - 2))
            - kept * before.MeanSquare(curve(n - 1)) + kept * keptBefore * before.One.MeanProduct(there, Offset(earlier, n - 2));
        return new PulseResidual(now.One.Count, square / area, step, kept, now.Two.Count, product / area);
    }

    // The first pulse has no step before it: the one after it stands in.
    private static double Kept(Func<int, double> curve, int n)
    {
        var at = n >= 2 ? n : n + 1;
        var ratio = (curve(at) - curve(at - 1)) / (curve(at - 1) - curve(at - 2));
        return double.IsFinite(ratio) ? Math.Clamp(ratio, LeastKept, MostKept) : 1;
    }
}
