namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>Least squares over some of the parameters, in their coordinates; the others stay where they are.</summary>
/// <param name="space">The parameters.</param>
/// <param name="values">All of them.</param>
/// <param name="free">Which of them move.</param>
internal sealed class ParameterProblem(ParameterSpace space, double[] values, int[] free) : ICurveProblem
{
    /// <inheritdoc/>
    public double[] Measured { get; } = space.Sweep.Scaled(space.Sweep.Points.Select(point => point.Siemens));

    /// <inheritdoc/>
    public (double[] Low, double[] High)? Bounds => null;

    /// <summary>Where the parameters are, in coordinates.</summary>
    public double[] Start => [.. free.Select(i => space.Coordinate(i, values[i]))];

    /// <inheritdoc/>
    public double[] Curve(double[] variables) => space.Curve(Values(variables));

    /// <summary>All parameters of a place.</summary>
    /// <param name="variables">Coordinates of those that move.</param>
    public double[] Values(double[] variables)
    {
        double[] all = [.. values];
        for (var k = 0; k < free.Length; k++) all[free[k]] = space.Value(free[k], variables[k], values[free[k]]);
        return all;
    }
}
