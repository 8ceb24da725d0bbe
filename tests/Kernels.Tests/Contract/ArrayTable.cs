using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>A table in an array.</summary>
internal readonly struct ArrayTable<T>(T[] numbers) : ITable<T>
    where T : unmanaged
{
    public T At(int index) => numbers[index];
}
