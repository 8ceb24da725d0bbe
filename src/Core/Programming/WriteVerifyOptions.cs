using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Core.Programming;

/// <summary>How cells are programmed with pulses of fixed size and a reading after each.</summary>
public sealed record WriteVerifyOptions
{
    private const double FinestTolerance = 0.002;

    // A little more than a half: whatever the rounding, one of two neighbouring states is near enough.
    private const double OfStep = 0.51;
    private const double OfNoise = 0.5;
    private const int LeastPulses = 100;

    /// <summary>Largest distance from the target that counts as reached, share of the window.</summary>
    public double Tolerance { get; init; } = 0.01;

    /// <summary>Readings that are averaged after each pulse, at least 1.</summary>
    public int Reads { get; init; } = 1;

    /// <summary>Most pulses at a cell.</summary>
    public int MostPulses { get; init; } = LeastPulses;

    /// <summary>Most changes of direction at a cell.</summary>
    public int MostReversals { get; init; } = 10;

    /// <summary>
    /// Pulses in one direction after which a cell that moved less than <see cref="StuckBelow"/> counts as stuck.
    /// </summary>
    public int StuckAfter { get; init; } = LeastPulses;

    /// <summary>Share of the window.</summary>
    public double StuckBelow => Tolerance / 20;

    /// <summary>What suits a device.</summary>
    /// <param name="device">The nominal device.</param>
    /// <param name="reads">Readings that are averaged after each pulse.</param>
    /// <returns>
    /// As tolerance the largest of half a step in the middle of the window, half of the noise of a pulse, the noise of what is
    /// read, and 0.2 % of the window; four times the pulses that cross the window, at least 100.
    /// </returns>
    public static WriteVerifyOptions For(DeviceOptions device, int reads = 1)
    {
        var (law, variation) = (device.CreateLaw(), device.Variation);
        var (rising, middle) = (law.Potentiation, law.Potentiation.Position(0.5));
        var step = rising.Fraction(Math.Min(middle + 1, rising.Pulses)) - 0.5;
        var cycle = variation?.C2c is { Of: NoiseReference.Window } c2c ? c2c.Sigma : 0;
        var read = (variation?.Read?.Sigma ?? 0) / Math.Sqrt(reads);
        var pulses = Math.Max(rising.Pulses, law.Depression.Pulses);
        return new WriteVerifyOptions
        {
            Tolerance = new[] { OfStep * step, OfNoise * cycle, OfNoise * (variation?.Write?.Sigma ?? 0), read }
                .Append(FinestTolerance).Max(),
            Reads = reads,
            MostPulses = Math.Max(LeastPulses, 4 * pulses),
            StuckAfter = Math.Clamp(pulses, 10, 100),
        };
    }
}
