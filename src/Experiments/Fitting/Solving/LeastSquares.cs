using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>Bounded nonlinear least squares from several starts.</summary>
internal static class LeastSquares
{
    private const double Exact = 1e-15;
    private const double Tolerance = 1e-11;
    private const double Difference = 1e-6;
    private const int MostSteps = 200;
    private const int MostStarts = 4;

    // A start at the very end of a range would never leave it: its derivative is 0 there.
    private const double Margin = 1e-3;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">Where to start, if it is known; else the best of all starts of its variables.</param>
    /// <returns>The best place that was found.</returns>
    public static double[] Solve(ShapeProblem problem, double[]? start = null)
    {
        if (problem.Variables.Count == 0) return [];
        return (start is null ? Starts(problem) : [start]).Select(from => Descend(problem, from)).MinBy(problem.Squares)!;
    }

    private static IEnumerable<double[]> Starts(ShapeProblem problem)
    {
        IEnumerable<double[]> all = [[]];
        foreach (var variable in problem.Variables)
            all = all.SelectMany(head => variable.Starts.Select(value => (double[])[.. head, value]));
        return all.OrderBy(problem.Squares).Take(MostStarts).ToList();
    }

    private static double[] Descend(ShapeProblem problem, double[] start)
    {
        var low = Vector<double>.Build.Dense([.. problem.Variables.Select(v => v.Low)]);
        var high = Vector<double>.Build.Dense([.. problem.Variables.Select(v => v.High)]);
        var from = Vector<double>.Build.Dense([.. start.Select((value, i) => Inside(value, problem.Variables[i]))]);
        var measured = Vector<double>.Build.Dense(problem.Measured);
        var model = ObjectiveFunction.NonlinearModel(
            (at, _) => Vector<double>.Build.Dense(problem.Curve(at.ToArray())),
            (at, _) => Slopes(problem, at.ToArray()), measured, measured);
        var solver = new LevenbergMarquardtMinimizer(
            gradientTolerance: Exact, stepTolerance: Tolerance, functionTolerance: Exact * Exact, maximumIterations: MostSteps);
        try
        {
            var found = solver.FindMinimum(model, from, low, high).MinimizingPoint.ToArray();
            return problem.Squares(found) <= problem.Squares(start) ? found : start;
        }
        catch (Exception e) when (e is MathNet.Numerics.NonConvergenceException or EvaluationException or ArgumentException)
        {
            return start;
        }
    }

    private static double Inside(double value, Laws.SolverVariable variable)
    {
        var margin = Margin * (variable.High - variable.Low);
        return Math.Clamp(value, variable.Low + margin, variable.High - margin);
    }

    private static Matrix<double> Slopes(ShapeProblem problem, double[] at)
    {
        var slopes = Matrix<double>.Build.Dense(problem.Measured.Length, at.Length);
        for (var i = 0; i < at.Length; i++)
        {
            var step = Difference * Math.Max(1, Math.Abs(at[i]));
            var (above, below) = (Moved(at, i, step), Moved(at, i, -step));
            slopes.SetColumn(i, [.. problem.Curve(above).Zip(problem.Curve(below), (a, b) => (a - b) / (2 * step))]);
        }

        return slopes;
    }

    private static double[] Moved(double[] at, int index, double by)
    {
        double[] moved = [.. at];
        moved[index] += by;
        return moved;
    }
}
