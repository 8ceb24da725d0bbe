namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>
/// How much worse the best fit becomes when one parameter is held away from its value: where it is worse by the square of
/// Student's t, the interval ends.
/// </summary>
/// <remarks>D. M. Bates, D. G. Watts: Nonlinear Regression Analysis and Its Applications, 1988, section 6.1.2.</remarks>
internal sealed class Profile
{
    private const int MostTrials = 10;
    private const double Close = 0.02;
    private const double LargestStretch = 2;
    private const double Tolerance = 1e-4;
    private const double Difference = 0.05;
    private const int MostSteps = 40;

    // So many times farther than in proportion: nothing holds it on this side.
    private const double Hopeless = 200;

    private readonly ParameterSpace _space;
    private readonly double[] _values;
    private readonly int _index;
    private readonly double _variance;
    private readonly int[] _others;
    private readonly double[] _units;
    private readonly double _least;

    /// <summary>Prepares the profile of a parameter.</summary>
    /// <param name="space">The parameters.</param>
    /// <param name="values">Their fitted values.</param>
    /// <param name="free">Those that are not at a bound.</param>
    /// <param name="errors">The standard errors of these, in coordinates.</param>
    /// <param name="held">Which of these is held.</param>
    /// <param name="variance">Variance of a row, scaled as the sweep.</param>
    public Profile(ParameterSpace space, double[] values, int[] free, double[] errors, int held, double variance)
    {
        (_space, _values, _index, _variance) = (space, values, free[held], variance);
        _others = [.. free.Where(i => i != _index)];
        _units = [.. errors.Where((_, k) => k != held).Select(e => double.IsFinite(e) && e > 0 ? e : 1)];
        _least = new ParameterProblem(space, values, [], []).Squares([]);
    }

    /// <summary>The end of the interval on one side.</summary>
    /// <param name="reach">How far it would be if the curve moved in proportion, with the sign of the side.</param>
    /// <param name="quantile">Student's t.</param>
    /// <returns>The coordinate; infinite where nothing ends it.</returns>
    public double End(double reach, double quantile)
    {
        var at = _space.Coordinate(_index, _values[_index]);
        var (bend, farthest) = (new double[_others.Length], Hopeless * Math.Abs(reach));
        for (var trial = 0; trial < MostTrials; trial++)
        {
            var (worse, moved) = Worse(at + reach, bend);
            if (Math.Abs(worse - quantile) < Close * quantile) break;
            var stretch = Math.Clamp(quantile / worse, 1 / LargestStretch, LargestStretch);
            (reach, bend) = (stretch * reach, [.. moved.Select(m => stretch * m)]);
            if (Math.Abs(reach) > farthest) return double.CopySign(double.PositiveInfinity, reach);
        }

        return at + reach;
    }

    // Two starts: where the others were, and as far along as they moved before, in proportion: valleys bend.
    private (double Worse, double[] Moved) Worse(double coordinate, double[] bend)
    {
        double[] held = [.. _values];
        held[_index] = _space.Value(_index, coordinate, _values[_index]);
        var problem = new ParameterProblem(_space, held, _others, _units);
        var best = new[] { problem.Start, bend }.Take(bend.All(b => b == 0) ? 1 : 2)
            .Select(from => LeastSquares.Descend(problem, from, Tolerance, MostSteps, Difference)).MinBy(problem.Squares)!;
        return (Math.Sqrt(Math.Max(0, problem.Squares(best) - _least) / _variance), best);
    }
}
