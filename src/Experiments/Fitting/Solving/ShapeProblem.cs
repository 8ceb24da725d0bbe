using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>
/// A law and a sweep as a problem of the shape alone: for every shape the window is solved for (variable projection: G.
/// Golub, V. Pereyra, SIAM J. Numer. Anal. 10 (1973) 413), so that the solver has two unknowns less to search. A place that
/// is no device has the mean for a curve.
/// </summary>
internal sealed class ShapeProblem(LawShape shape, Sweep sweep) : ICurveProblem
{
    private const double Tolerance = 1e-10;
    private const int MostSteps = 100;
    private const int MostPolish = 20;
    private const int MostStarts = 4;
    private static readonly double[] Differences = [1e-2, 1e-3, 1e-6];
    private static readonly ConductanceWindow AnyWindow = new(0, 1e-3);

    /// <inheritdoc/>
    public (double[] Low, double[] High)? Bounds { get; } =
        ([.. shape.Variables.Select(v => v.Low)], [.. shape.Variables.Select(v => v.High)]);

    /// <inheritdoc/>
    public double[] Measured { get; } = sweep.Scaled(sweep.Points.Select(point => point.Siemens));

    /// <inheritdoc/>
    public double[] Curve(double[] variables)
    {
        var (fractions, window) = Fit(variables);
        return sweep.Scaled(fractions.Select(window.Conductance));
    }

    /// <summary>Solves the problem: each direction alone first, where each has its own parameters.</summary>
    /// <param name="known">Directions that were solved before, which other ways to write the law share.</param>
    /// <returns>What the solver moved, at the best place.</returns>
    public double[] Solve(SolvedHalves known)
    {
        IEnumerable<double[]> starts = shape.Halves.Count == 0 ? Starts() : [Halves(known)];
        return Polished(starts.Select(start => LeastSquares.Descend(this, start, Tolerance, MostSteps)).MinBy(this.Squares)!);
    }

    // Where a law comes to its end the curve has kinks that stop the solver: slopes over a longer way lead across them.
    private double[] Polished(double[] found)
    {
        foreach (var difference in Differences)
            found = LeastSquares.Descend(this, found, Tolerance, MostPolish, difference);
        return found;
    }

    /// <summary>The parameters and the window of a place.</summary>
    /// <param name="variables">What the solver moves.</param>
    public (double[] Parameters, ConductanceWindow Window) Solution(double[] variables) =>
        (shape.Convert(variables), Fit(variables).Window);

    private (double[] Fractions, ConductanceWindow Window) Fit(double[] variables)
    {
        if (ShapeCurve.Of(shape, AnyWindow, shape.Convert(variables), sweep) is { } fractions
            && WindowFit.Of(fractions, sweep) is { } window) return (fractions, window);
        return (new double[sweep.Points.Count], new ConductanceWindow(sweep.Mean, sweep.Mean));
    }

    private double[] Halves(SolvedHalves known) => [.. shape.Halves.Index().SelectMany(half => known.Get(
        half.Item, half.Index, () => new ShapeProblem(half.Item, sweep.Only(half.Index == 1)).Solve(known)))];

    private List<double[]> Starts()
    {
        IEnumerable<double[]> all = [[]];
        foreach (var variable in shape.Variables)
            all = all.SelectMany(head => variable.Starts.Select(value => (double[])[.. head, value]));
        return [.. all.OrderBy(this.Squares).Take(MostStarts)];
    }
}
