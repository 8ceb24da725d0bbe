using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>One way to write a law, fitted. Intervals, which take longer, are found only of the way that is taken.</summary>
/// <param name="Shape">The law.</param>
/// <param name="Sweep">What it is fitted to.</param>
/// <param name="Window">The window.</param>
/// <param name="Parameters">The law's parameters.</param>
/// <param name="Siemens">The curve at the points of the sweep, siemens.</param>
/// <param name="Squares">Squares left over all rows, S^2.</param>
internal sealed record ShapeFit(
    LawShape Shape, Sweep Sweep, ConductanceWindow Window, double[] Parameters, double[] Siemens, double Squares)
{
    /// <summary>Fits it.</summary>
    /// <param name="shape">The law.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="known">Directions that were solved before.</param>
    /// <returns>The fit, or null where no device of the law rises as the sweep does.</returns>
    public static ShapeFit? Of(LawShape shape, Sweep sweep, SolvedHalves known)
    {
        var problem = new ShapeProblem(shape, sweep);
        var (parameters, window) = problem.Solution(problem.Solve(known));
        if (!(window.Gmax > window.Gmin) || ShapeCurve.Of(shape, window, parameters, sweep) is not { } fractions) return null;
        double[] siemens = [.. fractions.Select(window.Conductance)];
        var squares = sweep.Points.Zip(siemens, (point, g) => point.Rows * (point.Siemens - g) * (point.Siemens - g)).Sum();
        return new ShapeFit(shape, sweep, window, parameters, siemens, sweep.ScatterSquares + squares);
    }

    /// <summary>How well it fits.</summary>
    /// <param name="independence">Share of the rows that are worth as much as independent ones.</param>
    public FitQuality Quality(double independence) =>
        FitQuality.Of(Sweep, Squares, Window.Gmax - Window.Gmin, Shape.FreeParameters, independence);

    /// <summary>The law as it is shown.</summary>
    /// <param name="independence">Share of the rows that are worth as much as independent ones.</param>
    public LawFit Finish(double independence) => new(
        Shape.Law, Shape.Publish(Window, Parameters), Quality(independence), Siemens,
        (device, other) => Of(Shape, other, new SolvedHalves())?.At(device),
        () => new Uncertainty(Shape, Sweep, independence).Of(Window, Parameters, Squares));

    private DeviceFit At(string device) => new(
        device, new Uncertainty(Shape, Sweep, independence: 1).StandardErrors(Window, Parameters, Squares), Quality(1), Siemens);
}
