using CrossbarSim.Core.Devices.Variation;
using MathNet.Numerics.Optimization;

namespace CrossbarSim.Experiments.Fitting.Noise;

/// <summary>Cycle-to-cycle noise and read noise of measured sweeps.</summary>
/// <param name="OfWindow">Standard deviation of a pulse as a share of the window, were it the same for every pulse.</param>
/// <param name="OfStep">The same as a share of the pulse's own step, were it in proportion to it.</param>
/// <param name="FitsBetter">Which of the two the residuals look like.</param>
/// <param name="Read">Standard deviation of what a read adds and the next forgets, as a share of the window.</param>
/// <param name="IsSeen">Whether the residuals are more than read noise explains.</param>
/// <param name="Pulses">Residuals that it was estimated from.</param>
public sealed record CycleNoise(
    double OfWindow, double OfStep, NoiseReference FitsBetter, double Read, bool IsSeen, long Pulses)
{
    private const double Least = 1e-7;
    private const double Most = 10;

    // Twice the logarithm of the likelihood ratio; noise that is read noise only exceeds it once in a thousand.
    private const double Evident = 10;

    // A step of nothing has no noise in proportion to it.
    private const double LeastStep = 1e-6;

    /// <summary>Estimates the noise.</summary>
    /// <param name="residuals">Residuals of single pulses.</param>
    /// <returns>The noise, or null where there are no residuals.</returns>
    /// <remarks>
    /// Read noise enters two neighbouring steps with opposite signs and so gives their product away; what is left of the
    /// squares is the noise of the pulses, by maximum likelihood for normal deviates.
    /// </remarks>
    internal static CycleNoise? Of(IEnumerable<PulseResidual> residuals)
    {
        var all = residuals.ToList();
        if (all.Sum(r => r.Count) is not (> 0 and var count)) return null;
        var pairs = all.Sum(r => r.Pairs * r.Kept);
        var read = pairs > 0 ? Math.Max(0, -all.Sum(r => r.Pairs * r.Product) / pairs) : 0;
        var (window, asWindow) = Likeliest(all, read, _ => 1);
        var (step, asStep) = Likeliest(all, read, r => Math.Max(r.Step, LeastStep));
        var none = Misfit(all, read, Least, _ => 1);
        var seen = window > 10 * Least && none - Math.Min(asWindow, asStep) > Evident / 2;
        return new CycleNoise(
            window, step, asStep < asWindow ? NoiseReference.Step : NoiseReference.Window, Math.Sqrt(read), seen, count);
    }

    private static (double Sigma, double Misfit) Likeliest(
        List<PulseResidual> residuals, double read, Func<PulseResidual, double> scale)
    {
        // The search looks beyond its ends too, where exact data would lead it to no noise at all, and a logarithm of 0.
        double Sigma(double logarithm) => Math.Max(Least, Math.Exp(logarithm));
        double At(double logarithm) => Misfit(residuals, read, Sigma(logarithm), scale);
        var misfit = ObjectiveFunction.ScalarValue(At);
        var found = GoldenSectionMinimizer.Minimum(
            misfit, Math.Log(Least), Math.Log(Most), xTolerance: 1e-5, maxIterations: 200).MinimizingPoint;
        return (Sigma(found), At(found));
    }

    // The negative logarithm of the likelihood.
    private static double Misfit(
        List<PulseResidual> residuals, double read, double sigma, Func<PulseResidual, double> scale) =>
        residuals.Sum(r =>
        {
            var expected = sigma * sigma * scale(r) * scale(r) + (1 + r.Kept * r.Kept) * read;
            return r.Count / 2.0 * (Math.Log(expected) + Math.Max(0, r.Square) / expected);
        });
}
