using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>Bounded nonlinear least squares by Levenberg and Marquardt.</summary>
internal static class LeastSquares
{
    private const double Exact = 1e-15;
    private const double Fine = 1e-6;

    // A start at the very end of a range would never leave it: its derivative is 0 there.
    private const double Margin = 1e-3;

    /// <summary>The sum of squares that a place leaves.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="at">The place.</param>
    public static double Squares(this ICurveProblem problem, double[] at) =>
        problem.Curve(at).Zip(problem.Measured, (fitted, measured) => (fitted - measured) * (fitted - measured)).Sum();

    /// <summary>Goes downhill.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">Where from.</param>
    /// <param name="tolerance">Relative step that is no step any more.</param>
    /// <param name="mostSteps">Steps after which it ends.</param>
    /// <param name="difference">Relative change of a variable that its slope is measured by; large: beyond kinks.</param>
    /// <returns>A place that is no worse than the start.</returns>
    public static double[] Descend(
        ICurveProblem problem, double[] start, double tolerance, int mostSteps, double difference = Fine)
    {
        if (start.Length == 0) return start;
        var solver = new LevenbergMarquardtMinimizer(
            gradientTolerance: Exact, stepTolerance: tolerance, functionTolerance: Exact * Exact, maximumIterations: mostSteps);
        try
        {
            var (model, from) = (Model(problem, difference), Vector(Inside(problem, start)));
            var found = solver.FindMinimum(model, from, Low(problem), High(problem)).MinimizingPoint.ToArray();
            return problem.Squares(found) <= problem.Squares(start) ? found : start;
        }
        catch (Exception e) when (e is NonConvergenceException or OptimizationException or ArgumentException)
        {
            return start;
        }
    }

    /// <summary>How the curve moves with each variable.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="at">The place.</param>
    /// <param name="steps">How far each is moved.</param>
    /// <returns>A column for each variable.</returns>
    public static Matrix<double> Slopes(ICurveProblem problem, double[] at, double[] steps) =>
        Matrix<double>.Build.DenseOfColumns(at.Select((_, i) => Slope(problem, at, i, steps[i])));

    private static Matrix<double> Slopes(ICurveProblem problem, double[] at, double difference) =>
        Slopes(problem, at, [.. at.Select(value => difference * Math.Max(1, Math.Abs(value)))]);

    private static IObjectiveModel Model(ICurveProblem problem, double difference)
    {
        var measured = Vector(problem.Measured);
        return ObjectiveFunction.NonlinearModel(
            (at, _) => Vector(problem.Curve(at.ToArray())),
            (at, _) => Slopes(problem, at.ToArray(), difference), measured, measured);
    }

    private static IEnumerable<double> Slope(ICurveProblem problem, double[] at, int index, double step)
    {
        var (above, below) = (problem.Curve(Moved(at, index, step)), problem.Curve(Moved(at, index, -step)));
        return above.Zip(below, (a, b) => (a - b) / (2 * step));
    }

    private static double[] Moved(double[] at, int index, double by)
    {
        double[] moved = [.. at];
        moved[index] += by;
        return moved;
    }

    private static double[] Inside(ICurveProblem problem, double[] start) => problem.Bounds is var (low, high)
        ? [.. start.Select((value, i) => Inside(value, low[i], high[i]))]
        : start;

    private static double Inside(double value, double low, double high) =>
        Math.Clamp(value, low + Margin * (high - low), high - Margin * (high - low));

    private static Vector<double>? Low(ICurveProblem problem) => problem.Bounds is var (low, _) ? Vector(low) : null;

    private static Vector<double>? High(ICurveProblem problem) => problem.Bounds is var (_, high) ? Vector(high) : null;

    private static Vector<double> Vector(double[] values) => Vector<double>.Build.Dense(values);
}
