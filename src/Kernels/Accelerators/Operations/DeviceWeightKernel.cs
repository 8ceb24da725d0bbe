using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Sets weights to those of their devices. Twin on the CPU: HostDevices.WeightOf. Bound by memory.</summary>
internal static class DeviceWeightKernel
{
    /// <summary>One thread per weight.</summary>
    public static void Run(Index1D cell, int replica, DeviceArrays devices, ArrayView<float> weights)
    {
        // replica: the one whose weights are set; weights (out) [replicas x rows x outputs].
        weights[replica * devices.Cells + cell] = devices.Weight(replica, cell);
    }
}
