using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Sets weights to those of their devices. Twin on the CPU: HostDevices.WeightOf. Bound by memory.</summary>
internal static class DeviceWeightKernel
{
    /// <summary>One thread per weight.</summary>
    public static void Run(Index1D cell, LayerSize size, int replica, DeviceArrays devices, ArrayView<float> weights)
    {
        // replica: the one whose weights are set; weights (out) [replicas x rows x stride].
        var row = cell / size.Outputs;
        weights[replica * size.Slots + row * size.Stride + cell - row * size.Outputs] = devices.Weight(replica, cell);
    }
}
