using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Sums the counts of all lanes.</summary>
internal static class DigitSumKernel
{
    /// <summary>One thread per digit of a replica.</summary>
    public static void Run(Index1D item, DigitSize size, ArrayView<int> counts, ArrayView<int> sums)
    {
        // counts [replicas x lanes x 16]; sums (out) [replicas x 16].
        var replica = item / DigitSize.Values;
        var at = replica * size.Lanes * DigitSize.Values + (item - replica * DigitSize.Values);
        var sum = 0;
        for (var lane = 0; lane < size.Lanes; lane++, at += DigitSize.Values) sum += counts[at];
        sums[item] = sum;
    }
}
