using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>95 % intervals of the parameters of a fitted shape.</summary>
/// <remarks>
/// The curve is taken as linear in the coordinates of the parameters' scales, and the variance of a row from the squares
/// that are left: G. A. F. Seber, C. J. Wild: Nonlinear Regression, 1989, section 2.1.2, with Student's t.
/// </remarks>
internal sealed class Uncertainty(LawShape shape, Sweep sweep)
{
    private const double Confidence = 0.975;
    private const double Difference = 1e-6;

    // Directions in which the curve moves less than this, per unit of what it could move, are not known.
    private const double Undetermined = 1e-9;
    private const double Involved = 1e-3;

    private static readonly LawParameter[] Window =
    [
        new("gmin", ParameterScale.Linear, WindowFit.Lowest, WindowFit.Highest, "S"),
        new("gmax", ParameterScale.Linear, WindowFit.Lowest, WindowFit.Highest, "S"),
    ];

    private readonly LawParameter[] _parameters = [.. Window, .. shape.Parameters];

    /// <summary>The parameters with their intervals.</summary>
    /// <param name="window">The fitted window.</param>
    /// <param name="law">The fitted parameters of the law.</param>
    /// <param name="squares">Squares left over all rows, S^2.</param>
    public IReadOnlyList<FittedParameter> Of(ConductanceWindow window, double[] law, double squares)
    {
        double[] values = [window.Gmin, window.Gmax, .. law];
        int[] free = [.. Enumerable.Range(0, values.Length).Where(i => !_parameters[i].IsAtBound(values[i]))];
        var errors = Errors(values, free, squares);
        var degrees = Math.Max(1, sweep.Rows - free.Length);
        var quantile = StudentT.InvCDF(0, 1, degrees, Confidence);
        return [.. values.Select((value, i) => Interval(
            _parameters[i], value, Array.IndexOf(free, i) is >= 0 and var at ? quantile * errors[at] : null))];
    }

    private static FittedParameter Interval(LawParameter parameter, double value, double? reach)
    {
        if (reach is not { } half || !double.IsFinite(half))
            return new FittedParameter(parameter.Key, value, double.NaN, double.NaN, parameter.Unit, reach is null);
        var middle = parameter.Coordinate(value);
        double[] ends = [parameter.Value(middle - half, value), parameter.Value(middle + half, value)];

        // Growing coordinates of an inverse, or of the size of a negative number, are falling values.
        var falls = parameter.Scale == ParameterScale.Reciprocal
            || (parameter.Scale == ParameterScale.Logarithmic && value < 0);
        return falls
            ? new FittedParameter(parameter.Key, value, ends[1], ends[0], parameter.Unit, false)
            : new FittedParameter(parameter.Key, value, ends[0], ends[1], parameter.Unit, false);
    }

    // Standard errors in the coordinates; infinite where the data do not say.
    private double[] Errors(double[] values, int[] free, double squares)
    {
        if (free.Length == 0) return [];
        var variance = squares / Math.Max(1, sweep.Rows - free.Length);
        var slopes = Matrix<double>.Build.DenseOfColumns(free.Select(i => Slope(values, i)));
        var norms = slopes.ColumnNorms(2).Select(norm => norm > 0 ? norm : 1).ToArray();
        for (var i = 0; i < free.Length; i++) slopes.SetColumn(i, slopes.Column(i) / norms[i]);
        var svd = slopes.Svd();
        return [.. free.Select((_, i) => Error(svd.S, svd.VT.Column(i)) * Math.Sqrt(variance) / norms[i])];
    }

    private static double Error(Vector<double> singular, Vector<double> shares)
    {
        var sum = 0.0;
        for (var j = 0; j < singular.Count; j++)
            if (singular[j] > Undetermined) sum += shares[j] * shares[j] / (singular[j] * singular[j]);
            else if (Math.Abs(shares[j]) > Involved) return double.PositiveInfinity;
        return Math.Sqrt(sum);
    }

    private IEnumerable<double> Slope(double[] values, int index)
    {
        var parameter = _parameters[index];
        var at = parameter.Coordinate(values[index]);
        var step = Difference * (index < Window.Length ? sweep.High - sweep.Low : Math.Max(1e-2, Math.Abs(at)));
        var (above, below) = (Curve(Moved(at + step)), Curve(Moved(at - step)));
        return sweep.Points.Select((point, i) => Math.Sqrt(point.Rows) * (above[i] - below[i]) / (2 * step));

        double[] Moved(double coordinate)
        {
            double[] moved = [.. values];
            moved[index] = parameter.Value(coordinate, values[index]);
            return moved;
        }
    }

    private double[] Curve(double[] values)
    {
        var window = new ConductanceWindow(values[0], values[1]);
        var fractions = ShapeCurve.Of(shape, window, values[2..], sweep) ?? new double[sweep.Points.Count];
        return [.. fractions.Select(window.Conductance)];
    }
}
