namespace CrossbarSim.Kernels.Devices;

/// <summary>Numbers by index, as a type: a host array or a buffer of an accelerator, without a call in between.</summary>
internal interface ITable<T>
    where T : unmanaged
{
    /// <summary>One number; the index is not checked.</summary>
    T At(int index);
}
