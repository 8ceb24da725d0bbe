using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>A table that lies in a buffer behind others.</summary>
/// <param name="numbers">The buffer.</param>
/// <param name="first">Where the table begins.</param>
internal readonly struct ViewTable<T>(ArrayView<T> numbers, int first) : ITable<T>
    where T : unmanaged
{
    public T At(int index) => numbers[first + index];
}
