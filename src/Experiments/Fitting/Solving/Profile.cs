namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>
/// How much worse the best fit becomes when one parameter is held away from its value: where it is worse by the square of
/// Student's t, the interval ends.
/// </summary>
/// <remarks>D. M. Bates, D. G. Watts: Nonlinear Regression Analysis and Its Applications, 1988, section 6.1.2.</remarks>
internal sealed class Profile(ParameterSpace space, double[] values, int[] free, int index, double variance)
{
    private const int MostTrials = 8;
    private const double Close = 0.01;
    private const double LargestStretch = 3;
    private const double Tolerance = 1e-7;
    private const int MostSteps = 30;

    // So many times farther than in proportion: nothing holds it on this side.
    private const double Hopeless = 200;

    private readonly int[] _others = [.. free.Where(i => i != index)];
    private readonly double _least = new ParameterProblem(space, values, []).Squares([]);

    /// <summary>The end of the interval on one side.</summary>
    /// <param name="reach">How far it would be if the curve moved in proportion, with the sign of the side.</param>
    /// <param name="quantile">Student's t.</param>
    /// <returns>The coordinate; infinite where nothing ends it.</returns>
    public double End(double reach, double quantile)
    {
        var at = space.Coordinate(index, values[index]);
        double[] around = [.. values];
        var farthest = Hopeless * Math.Abs(reach);
        for (var trial = 0; trial < MostTrials; trial++)
        {
            around[index] = space.Value(index, at + reach, values[index]);
            var (worse, found) = Worse(around);
            if (Math.Abs(worse - quantile) < Close * quantile) return at + reach;
            around = found;
            reach *= Math.Clamp(quantile / worse, 1 / LargestStretch, LargestStretch);
            if (Math.Abs(reach) > farthest) return double.CopySign(double.PositiveInfinity, reach);
        }

        return at + reach;
    }

    private (double Worse, double[] Found) Worse(double[] held)
    {
        var problem = new ParameterProblem(space, held, _others);
        var best = LeastSquares.Descend(problem, problem.Start, Tolerance, MostSteps);
        return (Math.Sqrt(Math.Max(0, problem.Squares(best) - _least) / variance), problem.Values(best));
    }
}
