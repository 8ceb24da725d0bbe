using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>All buffers of one engine: makes them, counts them, and gives them back together.</summary>
/// <param name="accelerator">Where; not disposed here.</param>
internal sealed class AcceleratorMemory(Accelerator accelerator) : IDisposable
{
    private readonly List<IFlatBuffer> _buffers = [];

    /// <summary>The accelerator.</summary>
    public Accelerator Accelerator => accelerator;

    /// <summary>Bytes of all buffers.</summary>
    public long Bytes => _buffers.Sum(buffer => buffer.Bytes);

    /// <summary>A buffer of zeros; of one where fewer are wanted.</summary>
    public FlatBuffer<T> Zeros<T>(int length = 1)
        where T : unmanaged
    {
        var buffer = new FlatBuffer<T>(accelerator);
        _buffers.Add(buffer);
        return buffer.Reserve(length);
    }

    /// <summary>A buffer with given contents.</summary>
    public FlatBuffer<T> Holding<T>(ReadOnlySpan<T> contents)
        where T : unmanaged => Zeros<T>().Write(contents);

    /// <inheritdoc/>
    public void Dispose()
    {
        accelerator.Synchronize();
        foreach (var buffer in _buffers) buffer.Dispose();
    }
}
