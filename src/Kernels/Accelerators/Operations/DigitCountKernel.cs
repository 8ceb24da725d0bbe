using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Counts the gradients that are not zero by one digit of their magnitude: bits of positive floats sort as the
/// numbers do. With <see cref="DigitPickKernel"/> the twin of NearestRank. Bound by memory: 4 bytes per gradient
/// and pass; no atomics.
/// </summary>
internal static class DigitCountKernel
{
    /// <summary>
    /// One thread per lane of a replica, which takes every so-manieth gradient and has counts of its own.
    /// </summary>
    public static void Run(
        Index1D item, DigitSize size, ArrayView<RankSearch> searches, ArrayView<float> gradients, ArrayView<int> counts)
    {
        // gradients [replicas x cells]; counts (out) [replicas x lanes x 16].
        var replica = item / size.Lanes;
        var known = searches[replica].Known;
        var first = item * DigitSize.Values;
        for (var digit = 0; digit < DigitSize.Values; digit++) counts[first + digit] = 0;
        for (var k = item - replica * size.Lanes; k < size.Cells; k += size.Lanes)
        {
            var bits = Interop.FloatAsInt(gradients[replica * size.Cells + k]) & 0x7FFFFFFFu;
            if (bits != 0 && size.Matches(bits, known)) counts[first + size.Digit(bits)]++;
        }
    }
}
