using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;
using CrossbarSim.Experiments.Fitting.Solving;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>Fits laws to sweeps.</summary>
public static class LawFitter
{
    /// <summary>Fits every law and ranks them.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IReadOnlyList<RankedFit> FitAll(Sweep sweep) =>
        LawRanking.Rank(LawFamilies.All.Select(family => Fit(family, sweep)).OfType<LawFit>());

    /// <summary>Fits a law: of the ways to write it, the one with the lowest BIC.</summary>
    /// <param name="family">The law.</param>
    /// <param name="sweep">The sweep.</param>
    /// <returns>The fit, or null where the law has no device for such a sweep.</returns>
    public static LawFit? Fit(ILawFamily family, Sweep sweep) =>
        family.Shapes(sweep).Select(shape => Best(shape, sweep)).OfType<ShapeFit>()
            .MinBy(fit => fit.Quality.Bic)?.Finish(sweep);

    /// <summary>Fits one way to write a law.</summary>
    /// <param name="shape">The law.</param>
    /// <param name="sweep">The sweep.</param>
    /// <returns>The fit, or null where it has no device for such a sweep.</returns>
    public static LawFit? Fit(LawShape shape, Sweep sweep) => Best(shape, sweep)?.Finish(sweep);

    private static ShapeFit? Best(LawShape shape, Sweep sweep)
    {
        var problem = new ShapeProblem(shape, sweep);
        var (parameters, window) = problem.Solution(problem.Solve());
        return window.Gmax > window.Gmin ? ShapeFit.Of(shape, window, parameters, sweep) : null;
    }

    // What is cheap: intervals are only needed of the way that is taken.
    private sealed record ShapeFit(
        LawShape Shape, ConductanceWindow Window, double[] Parameters, double[] Siemens, double Squares, FitQuality Quality)
    {
        public static ShapeFit? Of(LawShape shape, ConductanceWindow window, double[] parameters, Sweep sweep)
        {
            if (ShapeCurve.Of(shape, window, parameters, sweep) is not { } fractions) return null;
            double[] siemens = [.. fractions.Select(window.Conductance)];
            var squares = sweep.ScatterSquares + sweep.Points.Select((point, i) =>
                point.Rows * (point.Siemens - siemens[i]) * (point.Siemens - siemens[i])).Sum();
            var quality = FitQuality.Of(sweep, squares, window.Gmax - window.Gmin, shape.FreeParameters);
            return new ShapeFit(shape, window, parameters, siemens, squares, quality);
        }

        public DeviceFit At(string device, Sweep sweep) => new(
            device, new Uncertainty(Shape, sweep).StandardErrors(Window, Parameters, Squares), Quality, Siemens);

        public LawFit Finish(Sweep sweep) => new(
            Shape.Law, Shape.Publish(Window, Parameters), Quality, Siemens,
            (device, other) => Best(Shape, other)?.At(device, other),
            () => new Uncertainty(Shape, sweep).Of(Window, Parameters, Squares));
    }
}
