namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Whether all pulses of a direction were alike.</summary>
internal sealed class PulseSpread
{
    private const double Alike = 0.01;

    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;

    /// <summary>Whether they differ by more than an instrument's rounding.</summary>
    public bool Differs => _high - _low > Alike * Math.Max(Math.Abs(_low), Math.Abs(_high));

    /// <summary>The smallest and the largest.</summary>
    public (double Low, double High) Range => (_low, _high);

    /// <summary>Takes a pulse.</summary>
    public void Add(double value) => (_low, _high) = (Math.Min(_low, value), Math.Max(_high, value));
}
