using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CrossbarSim.Kernels.Host;

/// <summary>A float array that starts on a cache line, so that no vector load crosses two lines.</summary>
internal sealed class AlignedFloats
{
    private const int LineBytes = 64;
    private const int LineFloats = LineBytes / sizeof(float);

    private readonly float[] _array;
    private readonly int _offset;

    /// <summary>Allocates zeros.</summary>
    /// <param name="length">Number of floats.</param>
    public AlignedFloats(int length)
    {
        // Pinned, so that the collector does not move it off its line.
        _array = GC.AllocateArray<float>(length + LineFloats, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _offset = (int)((LineBytes - address % LineBytes) % LineBytes) / sizeof(float);
        Length = length;
    }

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>All of it.</summary>
    public Span<float> Span => _array.AsSpan(_offset, Length);

    /// <summary>A reference to one float, for kernels that step on from it.</summary>
    /// <param name="index">0 .. Length - 1; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float At(int index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset + index);
}
