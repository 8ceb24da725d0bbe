using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Ceilings;

/// <summary>Kernels that do nothing but one thing, as fast as an accelerator can.</summary>
internal static class PeakKernels
{
    /// <summary>Sums that each thread keeps: independent, so that they hide the latency.</summary>
    public const int Sums = 8;

    /// <summary>Multiply-adds in registers: steps x <see cref="Sums"/> of each thread, and four bytes written at the end.</summary>
    public static void MultiplyAdd(Index1D thread, int steps, ArrayView<float> result)
    {
        // result (out) [threads].
        var (x, y) = (0.5f, (float)thread.X);
        float s0 = 1, s1 = 2, s2 = 3, s3 = 4, s4 = 5, s5 = 6, s6 = 7, s7 = 8;
        for (var step = 0; step < steps; step++)
        {
            s0 = Fused.MultiplyAdd(s0, x, y);
            s1 = Fused.MultiplyAdd(s1, x, y);
            s2 = Fused.MultiplyAdd(s2, x, y);
            s3 = Fused.MultiplyAdd(s3, x, y);
            s4 = Fused.MultiplyAdd(s4, x, y);
            s5 = Fused.MultiplyAdd(s5, x, y);
            s6 = Fused.MultiplyAdd(s6, x, y);
            s7 = Fused.MultiplyAdd(s7, x, y);
        }

        result[thread] = s0 + s1 + s2 + s3 + (s4 + s5 + s6 + s7);
    }

    /// <summary>A copy: four bytes read and four written by each thread.</summary>
    public static void Copy(Index1D thread, ArrayView<float> from, ArrayView<float> to)
    {
        // from, to (out) [threads].
        to[thread] = from[thread];
    }
}
