namespace CrossbarSim.Core.Randomness;

/// <summary>Normal deviates of one 32-bit word each, for the noise of single pulses.</summary>
/// <remarks>
/// The low bit is the sign; the other 31 give a probability below one half, so that both tails are equally fine and a
/// float holds every deviate's probability without coming out as one half. Float backends agree to about 1e-6.
/// </remarks>
public static class NormalDeviate
{
    /// <summary>The smallest upper word; its probability is 2^-32 and its deviate -6.23.</summary>
    public const uint Least = 1;

    /// <summary>The largest upper word: as a float its probability is still below one half.</summary>
    public const uint Most = (1u << 31) - 128;

    private const int WordsPerBlock = 4;
    private const double TwoToMinus32 = 1.0 / (1UL << 32);

    /// <summary>The n-th deviate of a device: word n mod 4 of step n / 4.</summary>
    /// <param name="numbers">Seed, purpose and layer.</param>
    /// <param name="device">Device within the layer.</param>
    /// <param name="number">n, from 0: pulses fired at it before, or the number of a read.</param>
    public static double OfNumber(RandomNumbers numbers, int device, long number) =>
        FromWord(numbers.Words((uint)device, (uint)(number / WordsPerBlock))[(int)(number % WordsPerBlock)]);

    /// <summary>
    /// The deviate of a word: with k = word / 2 clamped to 1 .. 2^31 - 128, the quantile of k / 2^32 or its negative.
    /// </summary>
    /// <param name="word">A uniform word; even words give deviates below 0, odd ones above.</param>
    /// <returns>Within +-6.24; mean 0, standard deviation 1 within 1e-7.</returns>
    public static double FromWord(uint word)
    {
        var below = NormalDistribution.Quantile(Math.Clamp(word >> 1, Least, Most) * TwoToMinus32);
        return (word & 1) == 0 ? below : -below;
    }
}
