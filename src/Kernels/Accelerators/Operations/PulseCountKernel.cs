using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Sums pulse counts, without atomic additions: ILGPU writes those for generic pointers, which PoCL lacks.</summary>
internal static class PulseCountKernel
{
    /// <summary>One thread per lane, which sums every so-manieth count; integers, so the order does not matter.</summary>
    public static void Run(Index1D lane, int lanes, int weights, ArrayView<PulseCount> counts, ArrayView<PulseCount> sums)
    {
        // counts [weights], pulses of each weight in this call; sums (out) [lanes].
        var sum = default(PulseCount);
        for (var k = (int)lane; k < weights; k += lanes) sum += counts[k];
        sums[lane] = sum;
    }
}
