namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>A curve constant A: the solver moves 1/A, so that the linear device is a point like any other.</summary>
internal static class CurveConstant
{
    // |A| = 0.01: a single pulse of a hundred does almost everything.
    private const double Steepest = 100;

    private static readonly double[] Starts = [-10, -3, -1, -0.2, 0.2, 1, 3, 10];

    /// <summary>The one variable and the one parameter of a direction.</summary>
    /// <param name="key">Key of the parameter.</param>
    /// <param name="unit">What A counts: 1 for windows; N, or -N for the other sign, for pulses.</param>
    public static BranchShape Of(string key, double unit)
    {
        var steepest = Steepest / Math.Abs(unit);
        return new BranchShape(
            [new SolverVariable(-Steepest, Steepest, Starts)],
            [new LawParameter(key, ParameterScale.Reciprocal, -steepest, steepest)],
            inverse => [unit / inverse[0]]);
    }
}
