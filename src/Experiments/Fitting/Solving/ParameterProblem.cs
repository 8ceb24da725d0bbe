namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>Least squares over some of the parameters, in their coordinates; the others stay where they are.</summary>
/// <param name="space">The parameters.</param>
/// <param name="values">All of them.</param>
/// <param name="free">Which of them move.</param>
/// <param name="units">What the solver counts each of those in: their standard errors, that all be alike to it.</param>
internal sealed class ParameterProblem(ParameterSpace space, double[] values, int[] free, double[] units) : ICurveProblem
{
    /// <inheritdoc/>
    public double[] Measured { get; } = space.Sweep.Scaled(space.Sweep.Points.Select(point => point.Siemens));

    /// <inheritdoc/>
    public (double[] Low, double[] High)? Bounds => null;

    /// <summary>Where the parameters are: each variable is a distance from there.</summary>
    public double[] Start => new double[free.Length];

    /// <inheritdoc/>
    public double[] Curve(double[] variables) => space.Curve(Values(variables));

    /// <summary>All parameters of a place.</summary>
    /// <param name="variables">What the solver moves.</param>
    public double[] Values(double[] variables)
    {
        double[] all = [.. values];
        foreach (var (k, i) in free.Index())
            all[i] = space.Value(i, space.Coordinate(i, values[i]) + variables[k] * units[k], values[i]);
        return all;
    }
}
