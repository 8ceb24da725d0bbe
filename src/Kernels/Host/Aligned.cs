using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CrossbarSim.Kernels.Host;

/// <summary>An array of 32-bit numbers that starts on a cache line, so that no vector load crosses two lines.</summary>
internal sealed class Aligned<T>
    where T : unmanaged
{
    private const int LineBytes = 64;
    private const int LineItems = LineBytes / 4;

    private readonly T[] _array;
    private readonly int _offset;

    /// <summary>Allocates zeros.</summary>
    /// <param name="length">Number of items.</param>
    public Aligned(int length)
    {
        // Pinned, so that the collector does not move it off its line.
        _array = GC.AllocateArray<T>(length + LineItems, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _offset = (int)((LineBytes - address % LineBytes) % LineBytes) / 4;
        Length = length;
    }

    /// <summary>Number of items.</summary>
    public int Length { get; }

    /// <summary>All of it.</summary>
    public Span<T> Span => _array.AsSpan(_offset, Length);

    /// <summary>A reference to one item, for kernels that step on from it.</summary>
    /// <param name="index">0 .. Length - 1; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T At(int index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset + index);
}
