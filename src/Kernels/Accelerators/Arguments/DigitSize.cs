namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// One pass of the search for the magnitude of a given rank: over one hexadecimal digit of a float's bits.
/// </summary>
/// <param name="Cells">Gradients of a replica, with the padding.</param>
/// <param name="Lanes">Threads of a replica.</param>
/// <param name="Shift">Bits below the digit.</param>
internal readonly record struct DigitSize(int Cells, int Lanes, int Shift)
{
    /// <summary>Values of a digit.</summary>
    public const int Values = 16;

    /// <summary>Bits of a digit.</summary>
    public const int Bits = 4;

    /// <summary>Whether a magnitude has the digits that are known, and so counts.</summary>
    public bool Matches(uint bits, uint known) => ((bits ^ known) >> Shift) >> Bits == 0;

    /// <summary>The digit of a magnitude.</summary>
    public int Digit(uint bits) => (int)((bits >> Shift) & (Values - 1));
}
