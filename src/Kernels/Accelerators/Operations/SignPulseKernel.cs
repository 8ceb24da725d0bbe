using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Fires one pulse per weight in the direction in which it moved, then takes the devices' weights. Reference twins:
/// ReferencePulses, on the CPU SignPulses. Bound by memory: some 28 bytes per device.
/// </summary>
internal static class SignPulseKernel
{
    /// <summary>One thread per weight of a replica, which owns its devices.</summary>
    public static void Run(
        Index1D item, SignPulseSize size, DeviceArrays devices, ArrayView<float> weights, ArrayView<float> before)
    {
        // devices: the owner's, [replicas x rows x ownerOutputs x devices per weight]; weights (in, out)
        // [replicas x rows x stride]; before (in, out), as many: the weights at the last firing.
        var replica = item / size.Layer.Cells;
        var place = item - replica * size.Layer.Cells;
        var row = place / size.Layer.Outputs;
        var column = place - row * size.Layer.Outputs;
        var cell = row * size.OwnerOutputs + column;
        var at = replica * size.Layer.Slots + row * size.Layer.Stride + column;
        var (weight, start) = (weights[at], before[at]);
        var moved = weight > start || weight < start;
        var fired = moved && devices.Fire(replica, cell, weight > start);
        if (fired || size.KeepTrained == 0) weight = devices.Weight(replica, cell);
        weights[at] = weight;
        before[at] = weight;
    }
}
