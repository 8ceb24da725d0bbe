using CrossbarSim.Experiments.Fitting;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Validation.Fit;

/// <summary>Measures a device again and again, and looks whether the intervals hold its parameters.</summary>
internal static class CoverageRun
{
    /// <summary>Runs trials 0 .. count - 1.</summary>
    /// <param name="truth">The device.</param>
    /// <param name="noise">Standard deviation of a read, as a share of the window.</param>
    /// <param name="count">Number of trials.</param>
    /// <returns>One for each parameter.</returns>
    public static IReadOnlyList<Coverage> Run(FitTruth truth, double noise, int count)
    {
        var clean = MeasuredTrial.Of(truth.Device, noise: 0, trial: 0);
        var (way, exact) = Exact(truth, clean);
        Coverage[] coverages = [.. exact.Select(parameter => new Coverage(truth, noise, parameter))];
        Parallel.For(0, count, trial =>
        {
            var sweep = MeasuredTrial.Of(truth.Device, noise, (uint)trial);
            var parameters = LawFitter.Fit(Shapes(truth, sweep)[way], sweep)!.Parameters;
            lock (coverages)
                foreach (var (coverage, parameter) in coverages.Zip(parameters)) coverage.Add(parameter);
        });
        return coverages;
    }

    // The way to write the law that has the device's own parameters, and these: the one that leaves nothing without noise.
    private static (int Way, IReadOnlyList<FittedParameter> Parameters) Exact(FitTruth truth, Sweep clean)
    {
        var (way, fit) = Shapes(truth, clean).Index().Select(shape => (shape.Index, LawFitter.Fit(shape.Item, clean)))
            .Where(fit => fit.Item2 is not null).MinBy(fit => fit.Item2!.Quality.Bic);
        return (way, fit!.Parameters);
    }

    private static LawShape[] Shapes(FitTruth truth, Sweep sweep) => [.. truth.Family.Shapes(sweep)];
}
