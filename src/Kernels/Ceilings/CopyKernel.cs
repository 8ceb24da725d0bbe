using ILGPU;

namespace CrossbarSim.Kernels.Ceilings;

/// <summary>A copy of memory.</summary>
internal static class CopyKernel
{
    /// <summary>One thread per number: four bytes read and four written.</summary>
    public static void Run(Index1D thread, ArrayView<float> from, ArrayView<float> to)
    {
        // from, to (out) [threads].
        to[thread] = from[thread];
    }
}
