namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>
/// Sums over all conductances measured after so many pulses of a direction: sufficient for means, scatter and what each
/// owes to those before it, whatever the number of cycles.
/// </summary>
/// <remarks>Distances are taken to the first value that came, so that sums of squares do not cancel.</remarks>
internal sealed class PulseMoments
{
    private double _sum;
    private double _squares;

    /// <summary>How many were measured.</summary>
    public long Count { get; private set; }

    /// <summary>What distances are taken to, siemens.</summary>
    public double Reference { get; private set; }

    /// <summary>With those one pulse earlier.</summary>
    public CrossMoments One { get; private set; }

    /// <summary>With those two pulses earlier.</summary>
    public CrossMoments Two { get; private set; }

    /// <summary>Mean, siemens.</summary>
    public double Mean => Reference + _sum / Count;

    /// <summary>Sum of squared distances to the mean, S^2.</summary>
    public double Scatter => Math.Max(0, _squares - _sum * _sum / Count);

    /// <summary>Mean squared distance to another value, S^2.</summary>
    /// <param name="curve">The value, siemens.</param>
    public double MeanSquare(double curve)
    {
        var offset = Reference - curve;
        return (_squares + 2 * offset * _sum) / Count + offset * offset;
    }

    /// <summary>Adds a conductance.</summary>
    /// <param name="siemens">The conductance.</param>
    /// <param name="earlier">Distances of those one and two pulses earlier in the same sweep; NaN where not measured.</param>
    /// <returns>Its distance.</returns>
    public double Add(double siemens, (double One, double Two) earlier)
    {
        if (Count++ == 0) Reference = siemens;
        var distance = siemens - Reference;
        _sum += distance;
        _squares += distance * distance;
        if (!double.IsNaN(earlier.One)) One = One.With(distance, earlier.One);
        if (!double.IsNaN(earlier.Two)) Two = Two.With(distance, earlier.Two);
        return distance;
    }
}
