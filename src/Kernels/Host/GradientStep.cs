using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Rows of weights: g[j] = sum over the batch, in order, of x[b] delta[b, j]; then a step of the optimiser.
/// The gradient lives in registers and never goes to memory.
/// Shapes: delta [batch x stride], weights [rows x stride]. Reference twins: ReferenceLayer.Backward and Descend.
/// </summary>
internal static class GradientStep
{
    /// <summary>Rows of a hidden layer that share each loaded delta: independent sums hide the latency.</summary>
    public const int Together = 8;

    /// <summary>A row of the first layer, that some samples of the batch drive.</summary>
    /// <param name="samples">Places in the batch, ascending.</param>
    /// <param name="values">Their inputs.</param>
    /// <param name="delta">First delta of the batch.</param>
    /// <param name="row">The row.</param>
    /// <param name="stride">Padded columns.</param>
    /// <param name="step">The optimiser.</param>
    public static void Sparse<TStep>(
        ReadOnlySpan<int> samples, ReadOnlySpan<float> values, ref float delta, int row, int stride, TStep step)
        where TStep : struct, IRowStep
    {
        var at = 0;
        for (; at + Lanes.Wide <= stride; at += Lanes.Wide)
            Wide(samples, values, ref Unsafe.Add(ref delta, at), stride, step, row * stride + at);
        for (; at < stride; at += Lanes.Width)
        {
            var g = Vector512<float>.Zero;
            for (var k = 0; k < samples.Length; k++)
                g = Lanes.MultiplyAdd(Vector512.Create(values[k]), Lanes.Load(ref delta, samples[k] * stride + at), g);
            step.Apply(g, row * stride + at);
        }
    }

    /// <summary>Neighbouring rows of a hidden layer: every sample drives them.</summary>
    /// <param name="x">Input of the first row in the first sample.</param>
    /// <param name="xStride">Floats from one sample's inputs to the next; at least a whole <see cref="Together"/>.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="delta">First delta of the batch.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">How many, 1 .. <see cref="Together"/>; what the padding gives for more is dropped.</param>
    /// <param name="stride">Padded columns.</param>
    /// <param name="step">The optimiser.</param>
    public static void Dense<TStep>(
        ref float x, int xStride, int batch, ref float delta, int row, int rows, int stride, TStep step)
        where TStep : struct, IRowStep
    {
        for (var at = 0; at < stride; at += Lanes.Width)
            Eight(ref x, xStride, batch, ref Unsafe.Add(ref delta, at), rows, stride, step, row * stride + at);
    }

    /// <summary>The bias line: its input is 1.</summary>
    /// <param name="batch">Samples.</param>
    /// <param name="delta">First delta of the batch.</param>
    /// <param name="row">Its row, the last.</param>
    /// <param name="stride">Padded columns.</param>
    /// <param name="step">The optimiser.</param>
    public static void Bias<TStep>(int batch, ref float delta, int row, int stride, TStep step)
        where TStep : struct, IRowStep
    {
        for (var at = 0; at < stride; at += Lanes.Width)
        {
            var g = Vector512<float>.Zero;
            for (var b = 0; b < batch; b++)
                g = Lanes.MultiplyAdd(Vector512<float>.One, Lanes.Load(ref delta, b * stride + at), g);
            step.Apply(g, row * stride + at);
        }
    }

    private static void Eight<TStep>(
        ref float x, int xStride, int batch, ref float delta, int rows, int stride, TStep step, int place)
        where TStep : struct, IRowStep
    {
        Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default;
        Vector512<float> g4 = default, g5 = default, g6 = default, g7 = default;
        for (var b = 0; b < batch; b++)
        {
            var d = Lanes.Load(ref delta, b * stride);
            ref var value = ref Unsafe.Add(ref x, b * xStride);
            g0 = Lanes.MultiplyAdd(Vector512.Create(value), d, g0);
            g1 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 1)), d, g1);
            g2 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 2)), d, g2);
            g3 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 3)), d, g3);
            g4 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 4)), d, g4);
            g5 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 5)), d, g5);
            g6 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 6)), d, g6);
            g7 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 7)), d, g7);
        }

        ReadOnlySpan<Vector512<float>> gradient = [g0, g1, g2, g3, g4, g5, g6, g7];
        for (var r = 0; r < rows; r++) step.Apply(gradient[r], place + r * stride);
    }

    private static void Wide<TStep>(
        ReadOnlySpan<int> samples, ReadOnlySpan<float> values, ref float delta, int stride, TStep step, int place)
        where TStep : struct, IRowStep
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
        for (var v = 0; v < gradient.Length; v++) step.Apply(gradient[v], place + v * Lanes.Width);
    }
}
