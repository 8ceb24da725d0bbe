namespace CrossbarSim.Simulator.Plots;

/// <summary>Ends of an axis.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, above <paramref name="Low"/>.</param>
internal readonly record struct AxisRange(double Low, double High)
{
    private const double Margin = 0.04;

    /// <summary>A range around finite values, with a margin and never empty.</summary>
    /// <param name="values">Any values; those that are not finite are ignored.</param>
    /// <param name="floor">No end lies below this.</param>
    /// <param name="ceiling">No end lies above this.</param>
    /// <param name="least">Least length of the range.</param>
    public static AxisRange Around(
        IEnumerable<double> values, double floor = double.NegativeInfinity, double ceiling = double.PositiveInfinity,
        double least = 0)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0) return new(Math.Max(floor, 0), Math.Min(ceiling, Math.Max(floor, 0) + 1));
        var (low, high) = (finite.Min(), finite.Max());
        var smallest = least > 0 ? least : high == low ? Math.Max(Math.Abs(high), 1e-12) * 0.2 : 0;
        var lacking = Math.Max(0, smallest - (high - low)) / 2;
        var margin = Math.Max(high - low, smallest) * Margin;
        return new(Math.Max(floor, low - lacking - margin), Math.Min(ceiling, high + lacking + margin));
    }
}
