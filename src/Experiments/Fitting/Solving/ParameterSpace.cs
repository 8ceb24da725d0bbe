using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>A fitted shape in the coordinates of all its parameters, the window first.</summary>
internal sealed class ParameterSpace(LawShape shape, Sweep sweep)
{
    private static readonly LawParameter[] Window =
    [
        new("gmin", ParameterScale.Linear, WindowFit.Lowest, WindowFit.Highest, "S"),
        new("gmax", ParameterScale.Linear, WindowFit.Lowest, WindowFit.Highest, "S"),
    ];

    /// <summary>What was measured.</summary>
    public Sweep Sweep => sweep;

    /// <summary>The parameters.</summary>
    public LawParameter[] Parameters { get; } = [.. Window, .. shape.Parameters];

    /// <summary>The coordinate of a value; conductances count in heights of the sweep.</summary>
    /// <param name="index">Which parameter.</param>
    /// <param name="value">Its value.</param>
    public double Coordinate(int index, double value) => index < Window.Length
        ? (value - sweep.Low) / sweep.Height
        : Parameters[index].Coordinate(value);

    /// <summary>The value at a coordinate.</summary>
    /// <param name="index">Which parameter.</param>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="like">A value of the parameter, for its sign.</param>
    public double Value(int index, double coordinate, double like) => index < Window.Length
        ? sweep.Low + coordinate * sweep.Height
        : Parameters[index].Value(coordinate, like);

    /// <summary>How much a parameter changes for a small change of its coordinate.</summary>
    /// <param name="index">Which parameter.</param>
    /// <param name="value">Its value.</param>
    public double Slope(int index, double value) => index < Window.Length ? sweep.Height : Parameters[index].Slope(value);

    /// <summary>The curve of values, scaled as the sweep; the mean where they are of no device.</summary>
    /// <param name="values">One for each parameter.</param>
    public double[] Curve(double[] values)
    {
        var window = new ConductanceWindow(values[0], values[1]);
        var fractions = ShapeCurve.Of(shape, window, values[2..], sweep);
        return sweep.Scaled(fractions?.Select(window.Conductance) ?? sweep.Points.Select(_ => sweep.Mean));
    }
}
