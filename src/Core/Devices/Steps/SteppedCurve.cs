namespace CrossbarSim.Core.Devices.Steps;

/// <summary>
/// The curve of a step law: u after every whole pulse, and linear in the position between them.
/// </summary>
public sealed class SteppedCurve : IConductanceCurve
{
    private readonly double[] _places;
    private readonly double[] _fractions;

    /// <summary>Creates the curve.</summary>
    /// <param name="fractions">u at P = 0 .. N, strictly increasing from 0 to 1.</param>
    /// <exception cref="ArgumentException">The values do not rise from 0 to 1.</exception>
    public SteppedCurve(IReadOnlyList<double> fractions)
        : this([.. Enumerable.Range(0, fractions.Count)], [.. fractions])
    {
    }

    /// <summary>Creates the curve of a law whose last pulse is cut short.</summary>
    /// <param name="places">Positions in pulses, strictly increasing from 0; kept.</param>
    /// <param name="fractions">u there, strictly increasing from 0 to 1; kept.</param>
    /// <exception cref="ArgumentException">The values do not rise from 0 to 1.</exception>
    internal SteppedCurve(double[] places, double[] fractions)
    {
        (_places, _fractions) = (places, fractions);
        if (_fractions.Length < 2 || _fractions[0] != 0 || _fractions[^1] != 1 || !Rises(_fractions) || !Rises(_places))
            throw new ArgumentException("u must rise from 0 to 1", nameof(fractions));
    }

    /// <summary>N: pulses from end to end.</summary>
    public int Pulses => (int)_places[^1];

    /// <inheritdoc/>
    public double Fraction(double position)
    {
        var place = Math.Clamp(position, 0, 1) * Pulses;

        // Places are the whole numbers, and at most one between them.
        var below = Math.Min((int)place, _places.Length - 2);
        if (_places[below + 1] <= place && below < _places.Length - 2) below++;
        return _places[below + 1] <= place ? _fractions[below + 1] : Between(_places, _fractions, place, below);
    }

    /// <inheritdoc/>
    public double Position(double fraction) => Between(_fractions, _places, Math.Clamp(fraction, 0, 1)) / Pulses;

    /// <summary>Interpolates between knots.</summary>
    /// <param name="from">Where they are, strictly increasing.</param>
    /// <param name="to">Values there.</param>
    /// <param name="value">Where the value is wanted, within the knots.</param>
    internal static double Between(double[] from, double[] to, double value)
    {
        var found = Array.BinarySearch(from, value);
        return found >= 0 ? to[found] : Between(from, to, value, ~found - 1);
    }

    private static double Between(double[] from, double[] to, double value, int below) =>
        to[below] + (value - from[below]) / (from[below + 1] - from[below]) * (to[below + 1] - to[below]);

    private static bool Rises(double[] values)
    {
        for (var k = 1; k < values.Length; k++)
            if (!(values[k - 1] < values[k])) return false;
        return true;
    }
}
