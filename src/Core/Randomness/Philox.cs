namespace CrossbarSim.Core.Randomness;

/// <summary>
/// Philox4x32-10: a counter-based generator. Each block of four words is a pure function of a 128-bit
/// counter and a 64-bit key, so any number can be had without drawing the ones before it.
/// </summary>
/// <remarks>
/// Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3. SC '11, section 3.3,
/// doi:10.1145/2063384.2063405.
/// </remarks>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Computes one block.</summary>
    /// <param name="counter">The four counter words.</param>
    /// <param name="key">The two key words.</param>
    /// <returns>Four independent, uniform 32-bit words.</returns>
    public static Block Generate(Block counter, (uint K0, uint K1) key)
    {
        for (var round = 0; round < Rounds; round++)
        {
            counter = Round(counter, key);
            key = (key.K0 + Weyl0, key.K1 + Weyl1);
        }

        return counter;
    }

    private static Block Round(Block c, (uint K0, uint K1) key)
    {
        var product0 = (ulong)Multiplier0 * c.W0;
        var product1 = (ulong)Multiplier1 * c.W2;
        return new Block(
            (uint)(product1 >> 32) ^ c.W1 ^ key.K0,
            (uint)product1,
            (uint)(product0 >> 32) ^ c.W3 ^ key.K1,
            (uint)product0);
    }

    /// <summary>Four 32-bit words: a counter, or the numbers made from it.</summary>
    /// <param name="W0">First word.</param>
    /// <param name="W1">Second word.</param>
    /// <param name="W2">Third word.</param>
    /// <param name="W3">Fourth word.</param>
    public readonly record struct Block(uint W0, uint W1, uint W2, uint W3)
    {
        /// <summary>One of the words.</summary>
        /// <param name="index">0 .. 3.</param>
        public uint this[int index] => index switch { 0 => W0, 1 => W1, 2 => W2, _ => W3 };
    }
}
