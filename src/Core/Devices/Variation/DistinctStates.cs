namespace CrossbarSim.Core.Devices.Variation;

/// <summary>How many states of a device can be told apart in spite of the noise of its pulses.</summary>
public static class DistinctStates
{
    /// <summary>Standard deviations of one pulse's noise by which two states must differ.</summary>
    public const double Apart = 2;

    /// <summary>Counts them, from the low end up.</summary>
    /// <param name="fractions">u of the states of a branch, rising.</param>
    /// <param name="noise">Cycle-to-cycle noise; null: none, and every state counts.</param>
    public static int Count(IReadOnlyList<double> fractions, CycleNoiseOptions? noise)
    {
        if (noise is not { Sigma: > 0 }) return fractions.Count;
        var (count, reached) = (1, fractions[0]);
        for (var p = 1; p < fractions.Count; p++)
        {
            var spread = noise.Sigma * (noise.Of == NoiseReference.Window ? 1 : fractions[p] - fractions[p - 1]);
            if (fractions[p] - reached >= Apart * spread) (count, reached) = (count + 1, fractions[p]);
        }

        return count;
    }
}
