using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// A flat buffer on an accelerator that starts with one zero, because drivers refuse empty ones, and can be made
/// larger.
/// </summary>
/// <param name="accelerator">Where.</param>
internal sealed class FlatBuffer<T>(Accelerator accelerator) : IFlatBuffer
    where T : unmanaged
{
    private MemoryBuffer1D<T, Stride1D.Dense> _buffer = Zeros(accelerator, 1);

    /// <summary>All of it; no longer valid after the buffer grew.</summary>
    public ArrayView<T> View => _buffer.View;

    /// <inheritdoc/>
    public long Bytes => _buffer.LengthInBytes;

    /// <summary>Some of it.</summary>
    public ArrayView<T> Part(int start, int count) => View.SubView(start, count);

    /// <summary>Makes the buffer at least so long; where it grows, all of it is zero.</summary>
    /// <returns>This buffer.</returns>
    public FlatBuffer<T> Reserve(int length)
    {
        if (length <= _buffer.Length) return this;
        accelerator.Synchronize();
        _buffer.Dispose();
        _buffer = Zeros(accelerator, length);
        return this;
    }

    /// <summary>Fills a part; waits until it is there, and so for all that was launched before.</summary>
    /// <param name="contents">The new contents.</param>
    /// <param name="start">Where they begin; the buffer grows only if this is 0.</param>
    /// <returns>This buffer.</returns>
    public FlatBuffer<T> Write(ReadOnlySpan<T> contents, int start = 0)
    {
        if (start == 0) Reserve(contents.Length);
        if (contents.Length > 0) Part(start, contents.Length).CopyFromCPU(accelerator.DefaultStream, contents);
        return this;
    }

    /// <summary>Copies a part to the host, after all that was launched before.</summary>
    public T[] Read(int start, int count)
    {
        var contents = new T[count];
        Span<T> span = contents;
        if (count > 0) Part(start, count).CopyToCPU(accelerator.DefaultStream, span);
        return contents;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    private static MemoryBuffer1D<T, Stride1D.Dense> Zeros(Accelerator accelerator, int length)
    {
        var buffer = accelerator.Allocate1D<T>(length);
        buffer.MemSetToZero();
        return buffer;
    }
}

/// <summary>A buffer of any kind of numbers.</summary>
internal interface IFlatBuffer : IDisposable
{
    /// <summary>What it takes on the accelerator.</summary>
    long Bytes { get; }
}
