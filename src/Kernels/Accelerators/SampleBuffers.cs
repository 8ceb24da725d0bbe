using CrossbarSim.Core.Backends;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>One sample set on an accelerator, as bytes.</summary>
internal sealed class SampleBuffers : IDisposable
{
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> _pixels;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> _labels;

    /// <summary>Copies a sample set to an accelerator.</summary>
    /// <param name="accelerator">Where.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="size">Inputs of the network.</param>
    /// <param name="classes">Classes of the network.</param>
    /// <exception cref="ArgumentException">A sample has another size, or a label is no class of the network.</exception>
    public SampleBuffers(Accelerator accelerator, SampleSet samples, int size, int classes)
    {
        if (samples.Count > 0 && samples.Size != size)
            throw new ArgumentException($"samples have {samples.Size} values, the network {size} inputs", nameof(samples));
        if (classes < 256 && samples.Labels.Span.ContainsAnyExceptInRange((byte)0, (byte)(classes - 1)))
            throw new ArgumentException($"a label is outside 0 .. {classes - 1}", nameof(samples));
        Count = samples.Count;
        _pixels = accelerator.Holding(samples.Inputs.Span);
        _labels = accelerator.Holding(samples.Labels.Span);
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; }

    /// <summary>Values [count x size], 0 .. 255.</summary>
    public ArrayView<byte> Pixels => _pixels.View;

    /// <summary>Class of each sample [count].</summary>
    public ArrayView<byte> Labels => _labels.View;

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _labels.Dispose();
    }
}
