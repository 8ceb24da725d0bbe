using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Products with a matrix whose rows are used in order: z[b, j] = sum over i, in order, of x[b, i] m[i, j].
/// Eight samples share each loaded row, so that eight independent sums hide the latency of the multiply-add.
/// Shapes: x [samples x xStride], m [rows x stride], z [samples x stride].
/// Reference twins: ReferenceLayer.Forward (m = W), ReferenceLayer.InputDeltas (m = W transposed).
/// </summary>
internal static class DenseForward
{
    private const int Together = 8;

    /// <param name="x">First input of the first sample.</param>
    /// <param name="xStride">Floats from one sample's inputs to the next.</param>
    /// <param name="inputs">Inputs that are summed.</param>
    /// <param name="bias">Whether the matrix has one more row, whose input is 1.</param>
    /// <param name="matrix">The matrix, [inputs (+ 1) x stride].</param>
    /// <param name="stride">Padded columns of the matrix and of z.</param>
    /// <param name="z">First sum of the first sample.</param>
    /// <param name="samples">Samples.</param>
    public static void Run(
        ref float x, int xStride, int inputs, bool bias, Aligned<float> matrix, int stride, ref float z, int samples)
    {
        for (var at = 0; at < stride; at += Lanes.Width)
        {
            var b = 0;
            for (; b + Together <= samples; b += Together)
                Eight(ref Unsafe.Add(ref x, b * xStride), xStride, inputs, bias, ref matrix.At(at), stride,
                    ref Unsafe.Add(ref z, b * stride + at));
            for (; b < samples; b++)
                Single(ref Unsafe.Add(ref x, b * xStride), inputs, bias, ref matrix.At(at), stride,
                    ref Unsafe.Add(ref z, b * stride + at));
        }
    }

    private static void Eight(
        ref float x, int xStride, int inputs, bool bias, ref float matrix, int stride, ref float z)
    {
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<float> s4 = default, s5 = default, s6 = default, s7 = default;
        for (var i = 0; i < inputs; i++)
        {
            var row = Lanes.Load(ref matrix, i * stride);
            ref var value = ref Unsafe.Add(ref x, i);
            s0 = Lanes.MultiplyAdd(Vector512.Create(value), row, s0);
            s1 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, xStride)), row, s1);
            s2 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 2 * xStride)), row, s2);
            s3 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 3 * xStride)), row, s3);
            s4 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 4 * xStride)), row, s4);
            s5 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 5 * xStride)), row, s5);
            s6 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 6 * xStride)), row, s6);
            s7 = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref value, 7 * xStride)), row, s7);
        }

        var last = bias ? Lanes.Load(ref matrix, inputs * stride) : default;
        ReadOnlySpan<Vector512<float>> sums = [s0, s1, s2, s3, s4, s5, s6, s7];
        for (var b = 0; b < sums.Length; b++) Finish(sums[b], bias, last).StoreUnsafe(ref z, (nuint)(b * stride));
    }

    private static void Single(ref float x, int inputs, bool bias, ref float matrix, int stride, ref float z)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < inputs; i++)
            sum = Lanes.MultiplyAdd(Vector512.Create(Unsafe.Add(ref x, i)), Lanes.Load(ref matrix, i * stride), sum);
        var last = bias ? Lanes.Load(ref matrix, inputs * stride) : default;
        Finish(sum, bias, last).StoreUnsafe(ref z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Finish(Vector512<float> sum, bool bias, Vector512<float> last) =>
        bias ? Lanes.MultiplyAdd(Vector512<float>.One, last, sum) : sum;
}
