using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>The devices behind one weight, as a type, so that a kernel is compiled for them without a branch.</summary>
internal interface IWeightDevices
{
    /// <summary>Fires one weight pulse.</summary>
    /// <returns>Whether any device took it.</returns>
    bool Fire(DeviceAccounts accounts, int cell, int most, int direction);

    /// <summary>The weight that the devices stand for.</summary>
    float Weight(ArrayView<float> table, ArrayView<int> pulses, int cell);
}

/// <summary>One device per weight.</summary>
internal readonly struct SingleDevice : IWeightDevices
{
    public bool Fire(DeviceAccounts accounts, int cell, int most, int direction) =>
        accounts.Fire(cell, most, direction);

    public float Weight(ArrayView<float> table, ArrayView<int> pulses, int cell) => table[pulses[cell]];
}

/// <summary>A differential pair: plus, then minus. The plus device moves with the weight, the minus device against it.</summary>
internal readonly struct DevicePair : IWeightDevices
{
    public bool Fire(DeviceAccounts accounts, int cell, int most, int direction)
    {
        var plus = accounts.Fire(2 * cell, most, direction);
        var minus = accounts.Fire(2 * cell + 1, most, -direction);
        return plus | minus;
    }

    public float Weight(ArrayView<float> table, ArrayView<int> pulses, int cell) =>
        table[pulses[2 * cell]] - table[pulses[2 * cell + 1]];
}
