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
        Index1D k, SignPulseSize size, DeviceArrays devices, ArrayView<float> weights, ArrayView<float> before)
    {
        // devices: the owner's, [replicas x rows x ownerOutputs x devices per weight]; weights (in, out)
        // [replicas x rows x outputs]; before (in, out), as many: the weights at the last firing.
        var replica = k / size.Cells;
        var place = k - replica * size.Cells;
        var row = place / size.Outputs;
        var cell = row * size.OwnerOutputs + (place - row * size.Outputs);
        var (weight, start) = (weights[k], before[k]);
        var moved = weight > start || weight < start;
        var fired = moved && devices.Fire(replica, cell, weight > start);
        if (fired || size.KeepTrained == 0) weight = devices.Weight(replica, cell);
        weights[k] = weight;
        before[k] = weight;
    }
}
