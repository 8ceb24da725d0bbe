using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>A table in host memory.</summary>
/// <param name="numbers">The numbers.</param>
internal readonly struct HostTable<T>(T[] numbers) : ITable<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(int index) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), index);
}
