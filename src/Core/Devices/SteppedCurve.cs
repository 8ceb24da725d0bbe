namespace CrossbarSim.Core.Devices;

/// <summary>
/// The curve of a step law: u after every whole pulse, and linear in the position between them.
/// </summary>
public sealed class SteppedCurve : IConductanceCurve
{
    private readonly double[] _fractions;

    /// <summary>Creates the curve.</summary>
    /// <param name="fractions">u at P = 0 .. N, strictly increasing from 0 to 1.</param>
    /// <exception cref="ArgumentException">The values do not rise from 0 to 1.</exception>
    public SteppedCurve(IReadOnlyList<double> fractions)
    {
        _fractions = [.. fractions];
        var rises = _fractions.Zip(_fractions.Skip(1)).All(pair => pair.First < pair.Second);
        if (_fractions.Length < 2 || _fractions[0] != 0 || _fractions[^1] != 1 || !rises)
            throw new ArgumentException("u must rise from 0 to 1", nameof(fractions));
    }

    /// <summary>N: pulses from end to end.</summary>
    public int Pulses => _fractions.Length - 1;

    /// <inheritdoc/>
    public double Fraction(double position)
    {
        var pulses = Math.Clamp(position, 0, 1) * Pulses;
        var below = Math.Min((int)pulses, Pulses - 1);
        return _fractions[below] + (pulses - below) * (_fractions[below + 1] - _fractions[below]);
    }

    /// <inheritdoc/>
    public double Position(double fraction)
    {
        if (fraction >= 1) return 1;
        var found = Array.BinarySearch(_fractions, Math.Max(fraction, 0));
        if (found >= 0) return (double)found / Pulses;
        var below = ~found - 1;
        var part = (fraction - _fractions[below]) / (_fractions[below + 1] - _fractions[below]);
        return (below + part) / Pulses;
    }
}
