using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Sums the accounts of a layer, without atomic additions: ILGPU writes those for generic pointers, which PoCL lacks.
/// Bound by memory: 12 bytes per device.
/// </summary>
internal static class PulseTotalKernel
{
    /// <summary>
    /// One thread per lane of a replica, which sums every so-manieth device; integers, so the order does not matter.
    /// </summary>
    public static void Run(Index1D item, int lanes, int count, DeviceArrays devices, ArrayView<PulseTotals> sums)
    {
        // count: devices of a replica; sums (out) [replicas x lanes], in pulses.
        var replica = item / lanes;
        var (up, down, refused) = (0L, 0L, 0L);
        for (var k = item - replica * lanes; k < count; k += lanes)
        {
            up += devices.Potentiation[replica * count + k];
            down += devices.Depression[replica * count + k];
            refused += devices.Refused[replica * count + k];
        }

        sums[item] = new PulseTotals(up, down, refused);
    }
}
