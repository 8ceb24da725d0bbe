using CrossbarSim.Kernels.Accelerators;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Ceilings;

/// <summary>Peaks of an accelerator, through kernels of our own.</summary>
public sealed class AcceleratorPeaks : IPeaks
{
    // Enough groups to fill every multiprocessor, each thread long enough to make the launch invisible.
    private const int GroupSize = 128;
    private const int ThreadsPerUnit = 2048;
    private const int Steps = 1 << 12;
    private const int Floats = 1 << 26;
    private const int Passes = 4;

    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _from;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _to;
    private readonly Action<Index1D, int, float, ArrayView<float>> _multiplyAdd;
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>> _copy;
    private readonly int _threads;

    /// <summary>Compiles the kernels and allocates half a gigabyte.</summary>
    /// <param name="backend">The accelerator, open; not disposed by this.</param>
    public AcceleratorPeaks(AcceleratorBackend backend)
    {
        _accelerator = backend.Opened;
        _threads = Math.Max(1, backend.Info.Units) * ThreadsPerUnit;
        _from = _accelerator.Allocate1D<float>(Floats);
        _to = _accelerator.Allocate1D<float>(Floats);
        _from.MemSetToZero();
        _multiplyAdd = _accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, int, float, ArrayView<float>>(
            MultiplyAddKernel.Run, GroupSize);
        _copy = _accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(
            CopyKernel.Run, GroupSize);
    }

    /// <inheritdoc/>
    public long MultiplyAdds => (long)_threads * Steps * MultiplyAddKernel.Sums;

    /// <inheritdoc/>
    public long CopiedBytes => 2L * Passes * Floats * sizeof(float);

    /// <inheritdoc/>
    public void MultiplyAdd()
    {
        _multiplyAdd(_threads, Steps, 0.5f, _to.View);
        _accelerator.Synchronize();
    }

    /// <inheritdoc/>
    public void Copy()
    {
        for (var pass = 0; pass < Passes; pass++) _copy(Floats, _from.View, _to.View);
        _accelerator.Synchronize();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }
}
