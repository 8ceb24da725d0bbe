using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// One row of weights: g[j] = sum over the batch, in order, of x[b] delta[b, j]; then w[j] -= rate g[j].
/// The gradient lives in registers and never goes to memory.
/// Shapes: delta [batch x stride], w [stride]. Reference twins: ReferenceLayer.Backward and Descend.
/// </summary>
internal static class GradientStep
{
    /// <summary>A row that some samples of the batch drive.</summary>
    /// <param name="samples">Places in the batch, ascending.</param>
    /// <param name="values">Their inputs.</param>
    /// <param name="delta">First delta of the batch.</param>
    /// <param name="weights">First weight of the row.</param>
    /// <param name="stride">Padded columns.</param>
    /// <param name="rate">Learning rate.</param>
    public static void Sparse(
        ReadOnlySpan<int> samples, ReadOnlySpan<float> values, ref float delta, ref float weights, int stride, float rate)
    {
        var at = 0;
        for (; at + Lanes.Wide <= stride; at += Lanes.Wide)
            Wide(samples, values, ref Unsafe.Add(ref delta, at), ref Unsafe.Add(ref weights, at), stride, rate);
        for (; at < stride; at += Lanes.Width)
        {
            var g = Vector512<float>.Zero;
            for (var k = 0; k < samples.Length; k++)
                g = Lanes.MultiplyAdd(Vector512.Create(values[k]), Lanes.Load(ref delta, samples[k] * stride + at), g);
            Apply(g, rate, ref weights, at);
        }
    }

    /// <summary>A row of a hidden layer: every sample drives it.</summary>
    /// <param name="x">The row's input in the first sample; null reference for a bias line (input 1).</param>
    /// <param name="xStride">Floats from one sample's inputs to the next.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="delta">First delta of the batch.</param>
    /// <param name="weights">First weight of the row.</param>
    /// <param name="stride">Padded columns.</param>
    /// <param name="rate">Learning rate.</param>
    public static void Dense(
        ref float x, int xStride, int batch, ref float delta, ref float weights, int stride, float rate)
    {
        for (var at = 0; at < stride; at += Lanes.Width)
        {
            var g = Vector512<float>.Zero;
            for (var b = 0; b < batch; b++)
            {
                var value = Unsafe.IsNullRef(ref x) ? 1f : Unsafe.Add(ref x, b * xStride);
                g = Lanes.MultiplyAdd(Vector512.Create(value), Lanes.Load(ref delta, b * stride + at), g);
            }

            Apply(g, rate, ref weights, at);
        }
    }

    private static void Wide(
        ReadOnlySpan<int> samples, ReadOnlySpan<float> values, ref float delta, ref float weights, int stride, float rate)
    {
        Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default;
        Vector512<float> g4 = default, g5 = default, g6 = default, g7 = default;
        for (var k = 0; k < samples.Length; k++)
        {
            var x = Vector512.Create(values[k]);
            ref var row = ref Unsafe.Add(ref delta, samples[k] * stride);
            g0 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 0), g0);
            g1 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 16), g1);
            g2 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 32), g2);
            g3 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 48), g3);
            g4 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 64), g4);
            g5 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 80), g5);
            g6 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 96), g6);
            g7 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 112), g7);
        }

        ReadOnlySpan<Vector512<float>> gradient = [g0, g1, g2, g3, g4, g5, g6, g7];
        for (var v = 0; v < gradient.Length; v++) Apply(gradient[v], rate, ref weights, v * Lanes.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply(Vector512<float> gradient, float rate, ref float weights, int at) =>
        Lanes.MultiplyAdd(Vector512.Create(-rate), gradient, Lanes.Load(ref weights, at))
            .StoreUnsafe(ref weights, (nuint)at);
}
