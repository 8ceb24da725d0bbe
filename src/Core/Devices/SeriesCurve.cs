namespace CrossbarSim.Core.Devices;

/// <summary>
/// The curve of a memristor behind a resistance, as the array sees it: G/(1 + G R) of the memristor's G, normalised to
/// the window that is seen.
/// </summary>
/// <remarks>
/// With a = 1 + Gmin R and b = 1 + Gmax R, u of the memristor is seen as u b/(a (1 - u) + b u), exact at both ends.
/// </remarks>
/// <param name="memristor">The curve of the memristor alone.</param>
/// <param name="ohms">R, ohm, 0 or more.</param>
/// <param name="window">The window of the memristor alone.</param>
public sealed class SeriesCurve(IConductanceCurve memristor, double ohms, ConductanceWindow window) : IConductanceCurve
{
    /// <summary>R Gmax above which R is comparable to the memristor.</summary>
    public const double Comparable = 0.1;

    private readonly double _low = 1 + window.Gmin * ohms;
    private readonly double _high = 1 + window.Gmax * ohms;

    /// <summary>What the array sees of a memristor.</summary>
    /// <param name="ohms">R, ohm.</param>
    /// <param name="siemens">G of the memristor, siemens.</param>
    public static double Behind(double ohms, double siemens) => siemens / (1 + siemens * ohms);

    /// <inheritdoc/>
    public double Fraction(double position)
    {
        var u = memristor.Fraction(position);
        return u * _high / ((1 - u) * _low + u * _high);
    }

    /// <inheritdoc/>
    public double Position(double fraction) =>
        memristor.Position(fraction * _low / ((1 - fraction) * _high + fraction * _low));
}
