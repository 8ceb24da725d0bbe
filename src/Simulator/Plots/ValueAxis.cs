namespace CrossbarSim.Simulator.Plots;

/// <summary>A vertical axis for non-negative values: linear, or logarithmic where they span a wide range.</summary>
internal sealed class ValueAxis
{
    private const double LeastRelativeRange = 0.02;
    private readonly IReadOnlyList<double> _values;
    private readonly bool _logarithmic;

    private ValueAxis(IReadOnlyList<double> values, bool logarithmic) =>
        (_values, _logarithmic) = (values, logarithmic);

    /// <summary>Chooses the kind of axis.</summary>
    /// <param name="values">All finite values that are drawn.</param>
    /// <param name="wideRatio">Largest over smallest from which the axis is logarithmic.</param>
    public static ValueAxis For(IReadOnlyList<double> values, double wideRatio) =>
        new(values, values.Count > 0 && values.Min() > 0 && values.Max() >= wideRatio * values.Min());

    /// <summary>Where a value lies on the axis.</summary>
    /// <param name="value">The value; NaN stays NaN.</param>
    public double Position(double value) => _logarithmic ? Math.Log10(value) : value;

    /// <summary>Gives a panel the axis.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="floor">Lowest end of a linear axis; a margin below it keeps markers whole.</param>
    public void Apply(FigurePanel panel, double floor = double.NegativeInfinity)
    {
        // Noise of the last digits would fill the panel and need more digits than there is room for.
        var least = _logarithmic || _values.Count == 0 ? 0 : _values.Max(Math.Abs) * LeastRelativeRange;
        var range = AxisRange.Around(_values.Select(Position), least: least);
        if (_logarithmic)
        {
            panel.SetY(range, AxisTicks.Logarithmic(range));
            return;
        }

        var margin = (range.High - range.Low) * 0.03;
        if (range.Low < floor) range = range with { Low = floor - margin };
        panel.SetY(range, AxisTicks.Linear(range, 5));
    }
}
