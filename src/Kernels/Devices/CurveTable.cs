using CrossbarSim.Core.Devices;

namespace CrossbarSim.Kernels.Devices;

/// <summary>Tabulates one branch of a law for the integer arithmetic of <see cref="DeviceMath"/>.</summary>
internal static class CurveTable
{
    /// <summary>Searches begin at one of 2^this guesses.</summary>
    public const int GuessBits = 8;

    // A cell may be off by a quarter of the resolution of a position.
    private const double PositionTolerance = 0.25 / DevicePosition.One;
    private const int MostSubBits = 12;
    private const int MostCells = 1 << 20;

    /// <summary>The fewest subdivisions of a pulse with which straight cells follow a curve.</summary>
    public static int SubBits(LawBranch branch)
    {
        var bits = 0;
        while (bits < MostSubBits && branch.Pulses << (bits + 1) <= MostCells && !IsStraight(branch, bits)) bits++;
        return bits;
    }

    /// <summary>The entries of a curve: u at every end of a cell, in units of 2^-46.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="subBits">Each pulse has 2^this cells.</param>
    public static long[] Entries(LawBranch branch, int subBits)
    {
        var cells = branch.Pulses << subBits;
        var entries = new long[cells + 1];
        for (var k = 0; k < cells; k++) entries[k] = Integer(branch.Fraction((double)k / (1 << subBits)));
        entries[cells] = LawParameters.Top;
        return entries;
    }

    /// <summary>The cells in which a nominal device has u = (k + 1/2) 2^-<see cref="GuessBits"/>, where searches begin.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="subBits">Each pulse has 2^this cells.</param>
    public static IEnumerable<long> Guesses(LawBranch branch, int subBits) => Enumerable.Range(0, 1 << GuessBits)
        .Select(k => (long)Math.ScaleB(branch.Position(Math.ScaleB(k + 0.5, -GuessBits)), subBits))
        .Select(cell => Math.Clamp(cell, 0, (branch.Pulses << subBits) - 1));

    /// <summary>u as an integer.</summary>
    public static long Integer(double fraction) => (long)Math.Round(fraction * LawParameters.Top);

    private static bool IsStraight(LawBranch branch, int subBits)
    {
        var (cells, width) = (branch.Pulses << subBits, 1.0 / (1 << subBits));
        for (var k = 0; k < cells; k++)
        {
            var (low, high) = (branch.Fraction(k * width), branch.Fraction((k + 1) * width));
            var sag = Math.Abs(branch.Fraction((k + 0.5) * width) - (low + high) / 2);
            if (sag > PositionTolerance / width * (high - low)) return false;
        }

        return true;
    }
}
