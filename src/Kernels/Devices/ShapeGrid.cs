using CrossbarSim.Core.Devices;

namespace CrossbarSim.Kernels.Devices;

/// <summary>
/// Curves of one branch for a range of shape factors, between which a device's own curve is interpolated: fine enough
/// that no u is off by more than 2^-21 of the window.
/// </summary>
internal sealed class ShapeGrid
{
    private const double Tolerance = 1.0 / (1 << 21);
    private const int Coarsest = 16;
    private const int MostCells = 1 << 22;

    private readonly Func<double, LawBranch> _branch;

    /// <summary>Divides a range of factors.</summary>
    /// <param name="branch">The branch of a shape factor.</param>
    /// <param name="low">Smallest factor.</param>
    /// <param name="high">Largest factor.</param>
    /// <param name="cells">Cells of one curve.</param>
    public ShapeGrid(Func<double, LawBranch> branch, double low, double high, int cells)
    {
        (_branch, Low, High, Intervals) = (branch, low, high, Coarsest);
        while (Intervals * 2L * cells <= MostCells && !IsFine()) Intervals *= 2;
    }

    private double Low { get; }

    private double High { get; }

    private int Intervals { get; set; }

    /// <summary>The branches on the grid, one more than there are intervals.</summary>
    public IEnumerable<LawBranch> Branches => Enumerable.Range(0, Intervals + 1).Select(k => _branch(Factor(k)));

    /// <summary>Place of a factor on the grid, in 2^-16 of an interval.</summary>
    public int Place(double factor) => (int)Math.Round(
        Math.Clamp((factor - Low) / (High - Low), 0, 1) * Intervals * DevicePosition.One);

    private double Factor(double k) => Low + (High - Low) * k / Intervals;

    private bool IsFine() => Enumerable.Range(0, Intervals).All(k =>
    {
        var (below, middle, above) = (_branch(Factor(k)).Curve, _branch(Factor(k + 0.5)).Curve, _branch(Factor(k + 1)).Curve);
        return Enumerable.Range(1, 31).All(i => Math.Abs(
            middle.Fraction(i / 32.0) - (below.Fraction(i / 32.0) + above.Fraction(i / 32.0)) / 2) <= Tolerance);
    });
}
