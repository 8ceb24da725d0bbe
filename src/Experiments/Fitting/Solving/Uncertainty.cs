using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>95 % intervals of the parameters of a fitted shape.</summary>
/// <remarks>
/// A first guess takes the curve as linear in the coordinates of the parameters, and the variance of a row from the
/// squares that are left (G. A. F. Seber, C. J. Wild: Nonlinear Regression, 1989, section 2.1.2); the profile mends it.
/// </remarks>
internal sealed class Uncertainty(LawShape shape, Sweep sweep, double independence)
{
    private const double Confidence = 0.975;

    // Directions in which the curve moves less than this, per unit of what it could move, are not known.
    private const double Undetermined = 1e-9;
    private const double Involved = 1e-3;

    // Where a sweep meets a kink errors scatter more than the slopes say; found by repeated measurements of known devices.
    private const double Kinked = 1.05;

    // How far coordinates are moved to find slopes.
    private const double Small = 1e-6;
    private const double Large = 0.5;

    // Below this the noise is that of the arithmetic, and no curve is bent.
    private const double Straight = 1e-7;

    private readonly ParameterSpace _space = new(shape, sweep);

    /// <summary>The parameters with their intervals.</summary>
    /// <param name="window">The fitted window.</param>
    /// <param name="law">The fitted parameters of the law.</param>
    /// <param name="squares">Squares left over all rows, S^2.</param>
    public IReadOnlyList<FittedParameter> Of(ConductanceWindow window, double[] law, double squares)
    {
        double[] values = [window.Gmin, window.Gmax, .. law];
        var (free, degrees, variance) = Noise(values, squares);
        var quantile = StudentT.InvCDF(0, 1, degrees, Confidence) * (shape.HasKinks ? Kinked : 1);
        var errors = Errors(new ParameterProblem(_space, values, free, [.. free.Select(_ => 1.0)]), variance);
        var parameters = values.Select(Unknown).ToArray();
        for (var k = 0; k < free.Length; k++)
        {
            var profile = new Profile(_space, values, free, errors, k, variance);
            parameters[free[k]] = Known(free[k], values[free[k]], profile, quantile * errors[k], quantile);
        }

        return parameters;
    }

    /// <summary>Standard errors of the parameters, as if the curve moved in proportion; NaN where the data do not say.</summary>
    /// <param name="window">The fitted window.</param>
    /// <param name="law">The fitted parameters of the law.</param>
    /// <param name="squares">Squares left over all rows, S^2.</param>
    public IReadOnlyList<(string Key, double Value, double Error)> StandardErrors(
        ConductanceWindow window, double[] law, double squares)
    {
        double[] values = [window.Gmin, window.Gmax, .. law];
        var (free, _, variance) = Noise(values, squares);
        var errors = Errors(new ParameterProblem(_space, values, free, [.. free.Select(_ => 1.0)]), variance);
        return [.. values.Select((value, i) => (
            _space.Parameters[i].Key, value,
            Array.IndexOf(free, i) is >= 0 and var k ? errors[k] * _space.Slope(i, value) : double.NaN))];
    }

    private (int[] Free, double Degrees, double Variance) Noise(double[] values, double squares)
    {
        int[] free = [.. Enumerable.Range(0, values.Length).Where(i => !_space.Parameters[i].IsAtBound(values[i]))];
        var degrees = Math.Max(1, sweep.Rows * independence - free.Length);
        return (free, degrees, squares / degrees / (sweep.Height * sweep.Height));
    }

    private FittedParameter Unknown(double value, int index) => new(
        _space.Parameters[index].Key, value, double.NaN, double.NaN, _space.Parameters[index].Unit, IsAtBound: true);

    private FittedParameter Known(int index, double value, Profile profile, double reach, double quantile)
    {
        var parameter = _space.Parameters[index];
        if (!double.IsFinite(reach)) return Unknown(value, index) with { IsAtBound = false };
        var at = _space.Coordinate(index, value);
        double Value(double side) => parameter.Inside(_space.Value(index, End(at, side * reach, profile, quantile), value));
        var (below, above) = (Value(-1), Value(1));
        var (low, high) = parameter.Falls(value) ? (above, below) : (below, above);
        return new FittedParameter(parameter.Key, value, low, high, parameter.Unit, IsAtBound: false);
    }

    // Kinks, where a law comes to its end, can stop the profile short of the first guess: then the mean of both is taken.
    private static double End(double at, double reach, Profile profile, double quantile)
    {
        if (Math.Abs(reach) < Straight) return at + reach;
        var end = profile.End(reach, quantile);
        var (found, least) = (Math.Abs(end - at), Math.Abs(reach));
        return found >= least ? end : at + Math.Sign(reach) * Math.Sqrt(found * least);
    }

    // Standard errors in the coordinates; infinite where the data do not say.
    private static double[] Errors(ParameterProblem problem, double variance)
    {
        var at = problem.Start;
        if (at.Length == 0) return [];
        return Errors(problem, at, Errors(problem, at, [.. at.Select(_ => Small)], variance), variance);
    }

    // Slopes over half a standard error to each side mean more than those of a point, where the curve has kinks or bends.
    private static double[] Errors(ParameterProblem problem, double[] at, double[] steps, double variance)
    {
        var slopes = LeastSquares.Slopes(problem, at, [.. steps.Select(step => Math.Clamp(step / 2, Small, Large))]);
        var norms = slopes.ColumnNorms(2).Select(norm => norm > 0 ? norm : 1).ToArray();
        for (var i = 0; i < at.Length; i++) slopes.SetColumn(i, slopes.Column(i) / norms[i]);
        var svd = slopes.Svd();
        return [.. at.Select((_, i) => Error(svd.S, svd.VT.Column(i)) * Math.Sqrt(variance) / norms[i])];
    }

    private static double Error(Vector<double> singular, Vector<double> shares)
    {
        var sum = 0.0;
        for (var j = 0; j < singular.Count; j++)
            if (singular[j] > Undetermined) sum += shares[j] * shares[j] / (singular[j] * singular[j]);
            else if (Math.Abs(shares[j]) > Involved) return double.PositiveInfinity;
        return Math.Sqrt(sum);
    }
}
