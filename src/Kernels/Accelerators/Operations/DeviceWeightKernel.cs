using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Sets weights to those of their devices.</summary>
internal static class DeviceWeightKernel
{
    /// <summary>One thread per weight.</summary>
    public static void Run<TDevices>(Index1D cell, ArrayView<float> table, ArrayView<int> pulses, ArrayView<float> weights)
        where TDevices : struct, IWeightDevices
    {
        // table [N + 1], weight at P; pulses [weights x devices per weight]; weights (out) [rows x outputs].
        weights[cell] = default(TDevices).Weight(table, pulses, cell);
    }
}
