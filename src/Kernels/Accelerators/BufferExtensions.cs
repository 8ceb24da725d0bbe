using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>Flat buffers: making, filling and reading them.</summary>
internal static class BufferExtensions
{
    /// <summary>A flat buffer of zeros; of one element where none are wanted, because drivers refuse empty ones.</summary>
    public static MemoryBuffer1D<T, Stride1D.Dense> Zeros<T>(this Accelerator accelerator, int length)
        where T : unmanaged
    {
        var buffer = accelerator.Allocate1D<T>(Math.Max(1, length));
        buffer.MemSetToZero();
        return buffer;
    }

    /// <summary>A flat buffer with given contents.</summary>
    public static MemoryBuffer1D<T, Stride1D.Dense> Holding<T>(this Accelerator accelerator, ReadOnlySpan<T> contents)
        where T : unmanaged
    {
        var buffer = accelerator.Allocate1D<T>(Math.Max(1, contents.Length));
        buffer.Write(contents);
        return buffer;
    }

    /// <summary>Fills the first elements; waits until they are there.</summary>
    public static void Write<T>(this MemoryBuffer1D<T, Stride1D.Dense> buffer, ReadOnlySpan<T> contents)
        where T : unmanaged
    {
        if (contents.Length == 0) return;
        ArrayView<T> view = buffer.View;
        view.SubView(0, contents.Length).CopyFromCPU(buffer.Accelerator.DefaultStream, contents);
    }

    /// <summary>Reads the first elements, after all that was launched before.</summary>
    public static T[] Read<T>(this MemoryBuffer1D<T, Stride1D.Dense> buffer, int length)
        where T : unmanaged
    {
        var contents = new T[length];
        Span<T> span = contents;
        ArrayView<T> view = buffer.View;
        if (length > 0) view.SubView(0, length).CopyToCPU(buffer.Accelerator.DefaultStream, span);
        return contents;
    }
}
