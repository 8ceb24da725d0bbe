using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Fires one pulse per weight in the direction in which it moved, then takes the devices' weights.</summary>
internal static class SignPulseKernel
{
    /// <summary>One thread per weight, which owns its devices.</summary>
    public static void Run<TDevices>(
        Index1D k,
        SignPulseSize size,
        DeviceAccounts accounts,
        ArrayView<float> table,
        ArrayView<float> weights,
        ArrayView<float> before)
        where TDevices : struct, IWeightDevices
    {
        // accounts: [rows x ownerOutputs x devices per weight]; table [N + 1], weight at P;
        // weights (in, out) [rows x outputs]; before (in, out) [rows x outputs], weights at the last firing.
        var row = k / size.Outputs;
        var cell = row * size.OwnerOutputs + (k - row * size.Outputs);
        var weight = weights[k];
        var direction = weight > before[k] ? 1 : weight < before[k] ? -1 : 0;
        var fired = direction != 0 && default(TDevices).Fire(accounts, cell, size.Most, direction);
        if (fired || size.KeepTrained == 0) weight = default(TDevices).Weight(table, accounts.Pulses, cell);
        weights[k] = weight;
        before[k] = weight;
    }
}
