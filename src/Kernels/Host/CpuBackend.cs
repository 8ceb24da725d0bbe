using System.Runtime.Intrinsics;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Host;

/// <summary>The CPU: SIMD and threads. The default where there is no GPU.</summary>
public sealed class CpuBackend : IBackend
{
    /// <inheritdoc/>
    public string Name => "cpu";

    /// <inheritdoc/>
    public string Accelerator => $"{Environment.ProcessorCount} cores, {VectorBits}-bit vectors";

    private static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <inheritdoc/>
    public IEngine CreateEngine(EnginePlan plan) => new CpuEngine(plan);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
