using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Finds the digit under which the wanted rank falls; the last one completes the threshold.</summary>
internal static class DigitPickKernel
{
    /// <summary>One thread per replica.</summary>
    public static void Run(
        Index1D replica, DigitSize size, ArrayView<int> sums, ArrayView<RankSearch> searches, ArrayView<float> thresholds)
    {
        // sums [replicas x 16]; searches (in, out) [replicas]; thresholds (out) [replicas].
        var search = searches[replica];
        var (digit, rank) = (0, search.Rank);
        while (digit < DigitSize.Values - 1 && rank > sums[replica * DigitSize.Values + digit])
        {
            rank -= sums[replica * DigitSize.Values + digit];
            digit++;
        }

        var known = search.Known | ((uint)digit << size.Shift);
        searches[replica] = new RankSearch(known, rank, search.Wanted);
        if (size.Shift == 0 && search.Wanted == 1) thresholds[replica] = Interop.IntAsFloat(known);
    }
}
