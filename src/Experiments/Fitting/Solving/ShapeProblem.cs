using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>
/// A law and a sweep as a problem of the shape alone: for every shape the window is solved for (variable projection: G.
/// Golub, V. Pereyra, SIAM J. Numer. Anal. 10 (1973) 413), so that the solver has two unknowns less to search.
/// </summary>
internal sealed class ShapeProblem(LawShape shape, Sweep sweep)
{
    private static readonly ConductanceWindow AnyWindow = new(0, 1e-3);

    /// <summary>What the solver moves.</summary>
    public IReadOnlyList<SolverVariable> Variables => shape.Variables;

    /// <summary>The sweep in units of its own height, weighted by the root of the rows.</summary>
    public double[] Measured { get; } = [.. sweep.Points.Select(point => Scaled(point, point.Siemens, sweep))];

    /// <summary>The fitted curve in the same units; the mean of all rows where there is no such device.</summary>
    /// <param name="variables">What the solver moves.</param>
    public double[] Curve(double[] variables)
    {
        var (fractions, window) = Fit(variables);
        return [.. sweep.Points.Select((point, i) => Scaled(point, window.Conductance(fractions[i]), sweep))];
    }

    /// <summary>The sum of weighted squares that is left.</summary>
    /// <param name="variables">What the solver moves.</param>
    public double Squares(double[] variables) =>
        Curve(variables).Zip(Measured, (fitted, measured) => (fitted - measured) * (fitted - measured)).Sum();

    /// <summary>Solves the problem: each direction alone first, where each has its own parameters.</summary>
    /// <returns>What the solver moved, at the best place.</returns>
    public double[] Solve()
    {
        double[]? start = shape.Halves.Count == 0
            ? null
            : [.. shape.Halves.Index().SelectMany(half => new ShapeProblem(half.Item, sweep.Only(half.Index == 1)).Solve())];
        return LeastSquares.Solve(this, start);
    }

    /// <summary>The parameters and the window of a place.</summary>
    /// <param name="variables">What the solver moves.</param>
    public (double[] Parameters, ConductanceWindow Window) Solution(double[] variables) =>
        (shape.Convert(variables), Fit(variables).Window);

    private (double[] Fractions, ConductanceWindow Window) Fit(double[] variables)
    {
        if (ShapeCurve.Of(shape, AnyWindow, shape.Convert(variables), sweep) is { } fractions
            && WindowFit.Of(fractions, sweep) is { } window) return (fractions, window);
        var mean = sweep.Points.Sum(p => p.Rows * p.Siemens) / sweep.Rows;
        return (new double[sweep.Points.Count], new ConductanceWindow(mean, mean));
    }

    private static double Scaled(SweepPoint point, double siemens, Sweep sweep) =>
        Math.Sqrt(point.Rows) * (siemens - sweep.Low) / (sweep.High - sweep.Low);
}
