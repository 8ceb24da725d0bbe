namespace CrossbarSim.Experiments.Fitting;

/// <summary>
/// Measured pulse sweeps, averaged over cycles and devices: with the sum of squares about the means, all that least
/// squares needs of any number of rows.
/// </summary>
public sealed class Sweep
{
    /// <summary>Takes averaged points.</summary>
    /// <param name="points">The points, each place once; at least one.</param>
    /// <param name="scatterSquares">Sum over all rows of the squared distance to the mean of their point, S^2.</param>
    public Sweep(IReadOnlyList<SweepPoint> points, double scatterSquares = 0)
    {
        (Points, ScatterSquares) = (points, scatterSquares);
        (Rows, PotentiationPulses, DepressionPulses) = (points.Sum(p => p.Rows), Longest(false), Longest(true));
        Low = points.Min(p => p.Siemens);
        High = points.Max(p => p.Siemens);
        Mean = points.Sum(p => p.Rows * p.Siemens) / Rows;
        TotalSquares = scatterSquares + points.Sum(p => p.Rows * (p.Siemens - Mean) * (p.Siemens - Mean));
    }

    /// <summary>The averaged points.</summary>
    public IReadOnlyList<SweepPoint> Points { get; }

    /// <summary>Squared scatter of the rows about the points, S^2.</summary>
    public double ScatterSquares { get; }

    /// <summary>Squared distance of the rows from their mean, S^2.</summary>
    public double TotalSquares { get; }

    /// <summary>Mean of all rows, siemens.</summary>
    public double Mean { get; }

    /// <summary>The largest mean less the smallest, siemens: the unit of what the solver sees.</summary>
    public double Height => High - Low;

    /// <summary>How many rows were measured.</summary>
    public double Rows { get; }

    /// <summary>Pulses of the longest rising sweep; 0: none was measured.</summary>
    public int PotentiationPulses { get; }

    /// <summary>Pulses of the longest falling sweep; 0: none was measured.</summary>
    public int DepressionPulses { get; }

    /// <summary>Whether both directions were measured.</summary>
    public bool HasBoth => PotentiationPulses > 0 && DepressionPulses > 0;

    /// <summary>The smallest mean, siemens.</summary>
    public double Low { get; }

    /// <summary>The largest mean, siemens.</summary>
    public double High { get; }

    /// <summary>N of a direction: that of the other where it was not measured.</summary>
    /// <param name="depression">Whether falling pulses are meant.</param>
    public int Pulses(bool depression) => (depression, HasBoth) switch
    {
        (_, false) => Math.Max(PotentiationPulses, DepressionPulses),
        (true, _) => DepressionPulses,
        (false, _) => PotentiationPulses,
    };

    /// <summary>Conductances at the points in units of the height, weighted by the root of the rows.</summary>
    /// <param name="siemens">One for each point, siemens.</param>
    internal double[] Scaled(IEnumerable<double> siemens) =>
        [.. Points.Zip(siemens, (point, g) => Math.Sqrt(point.Rows) * (g - Low) / Height)];

    /// <summary>One direction of it; the scatter is not divided.</summary>
    /// <param name="depression">Whether falling pulses are meant.</param>
    internal Sweep Only(bool depression) => new([.. Points.Where(p => p.IsDepression == depression)]);

    private int Longest(bool depression) =>
        Points.Where(p => p.IsDepression == depression).Select(p => p.Pulse).DefaultIfEmpty(0).Max();
}
