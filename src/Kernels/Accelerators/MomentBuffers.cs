using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Operations;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>What Adam remembers of one layer, kept on the accelerator.</summary>
internal sealed class MomentBuffers : IDisposable
{
    private readonly int _weights;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _first;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _second;
    private long _steps;

    /// <summary>Takes moments over.</summary>
    /// <param name="accelerator">Where.</param>
    /// <param name="moments">The moments; copied.</param>
    public MomentBuffers(Accelerator accelerator, Moments moments)
    {
        (_weights, _steps) = (moments.First.Length, moments.Steps);
        _first = accelerator.Holding<float>(Array.ConvertAll(moments.First, m => (float)m));
        _second = accelerator.Holding<float>(Array.ConvertAll(moments.Second, m => (float)m));
    }

    /// <summary>The next step; it is counted.</summary>
    /// <param name="adam">The optimiser.</param>
    public AdamStep Next(Adam adam) => new(AdamFactors.At(adam, ++_steps), _first.View, _second.View);

    /// <summary>A copy of the moments.</summary>
    public Moments Read() => new(Doubles(_first), Doubles(_second), _steps);

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private double[] Doubles(MemoryBuffer1D<float, Stride1D.Dense> buffer) =>
        Array.ConvertAll(buffer.Read(_weights), m => (double)m);
}
