namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>A free parameter of a law, as the device file has it.</summary>
/// <param name="Key">Path in the device file, such as <c>potentiation.a</c>.</param>
/// <param name="Scale">Where its error is about symmetric.</param>
/// <param name="Low">Least value; of a reciprocal scale, of the inverse.</param>
/// <param name="High">Largest value; of a reciprocal scale, of the inverse.</param>
/// <param name="Unit">SI unit; empty: none.</param>
public sealed record LawParameter(string Key, ParameterScale Scale, double Low, double High, string Unit = "")
{
    private const double Near = 1e-6;

    /// <summary>The parameter in the coordinate of its scale.</summary>
    /// <param name="value">The parameter.</param>
    public double Coordinate(double value) => Scale switch
    {
        ParameterScale.Logarithmic => Math.Log(Math.Abs(value)),
        ParameterScale.Reciprocal => 1 / value,
        _ => value,
    };

    /// <summary>The parameter at a coordinate.</summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="like">A value of the parameter, whose sign a logarithm keeps.</param>
    public double Value(double coordinate, double like) => Scale switch
    {
        ParameterScale.Logarithmic => double.CopySign(Math.Exp(coordinate), like),
        ParameterScale.Reciprocal => 1 / coordinate,
        _ => coordinate,
    };

    /// <summary>How much the parameter changes for a small change of its coordinate.</summary>
    /// <param name="value">The parameter.</param>
    public double Slope(double value) => Scale switch
    {
        ParameterScale.Logarithmic => Math.Abs(value),
        ParameterScale.Reciprocal => value * value,
        _ => 1,
    };

    /// <summary>Whether a value falls where its coordinate grows: an inverse, or the size of a negative number.</summary>
    /// <param name="value">The value.</param>
    public bool Falls(double value) => Scale == ParameterScale.Reciprocal || (Scale == ParameterScale.Logarithmic && value < 0);

    /// <summary>Whether a value lies at an end of the range, so that its interval says nothing.</summary>
    /// <param name="value">The value.</param>
    public bool IsAtBound(double value)
    {
        var held = Scale == ParameterScale.Reciprocal ? 1 / value : value;
        return IsNear(held, Low) || IsNear(held, High);
    }

    /// <summary>An end of an interval, not beyond what a device file allows.</summary>
    /// <param name="value">The end.</param>
    public double Inside(double value) => Scale == ParameterScale.Reciprocal ? value : Math.Clamp(value, Low, High);

    private bool IsNear(double value, double bound) => double.IsFinite(bound)
        && Math.Abs(value - bound) <= Near * (bound == 0 && double.IsFinite(High) ? Math.Min(1, High) : Math.Abs(bound));
}
