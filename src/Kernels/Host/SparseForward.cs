using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// First layer, one sample: z[j] = sum over non-zero inputs, in order, of x[i] w[i, j]; the bias line last.
/// Shapes: w [rows x stride], z [stride]. One multiply-add per 4 bytes of weights, which stay in L2.
/// Reference twin: ReferenceLayer.Forward.
/// </summary>
internal static class SparseForward
{
    public static void Run(HostLayer layer, ReadOnlySpan<ushort> columns, ReadOnlySpan<byte> levels, ref float z)
    {
        var at = 0;
        for (; at + Lanes.Wide <= layer.Stride; at += Lanes.Wide) Wide(layer, columns, levels, at, ref z);
        for (; at < layer.Stride; at += Lanes.Width) Narrow(layer, columns, levels, at, ref z);
    }

    private static void Wide(
        HostLayer layer, ReadOnlySpan<ushort> columns, ReadOnlySpan<byte> levels, int at, ref float z)
    {
        ref var weights = ref layer.Weights.At(at);
        ref var values = ref MemoryMarshal.GetArrayDataReference(SparseSamples.Values);
        var stride = layer.Stride;
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<float> s4 = default, s5 = default, s6 = default, s7 = default;
        for (var k = 0; k < columns.Length; k++)
        {
            var x = Vector512.Create(Unsafe.Add(ref values, levels[k]));
            ref var row = ref Unsafe.Add(ref weights, columns[k] * stride);
            s0 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 0), s0);
            s1 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 16), s1);
            s2 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 32), s2);
            s3 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 48), s3);
            s4 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 64), s4);
            s5 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 80), s5);
            s6 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 96), s6);
            s7 = Lanes.MultiplyAdd(x, Lanes.Load(ref row, 112), s7);
        }

        ReadOnlySpan<Vector512<float>> sums = [s0, s1, s2, s3, s4, s5, s6, s7];
        for (var v = 0; v < sums.Length; v++)
            WithBias(layer, sums[v], at + v * Lanes.Width).StoreUnsafe(ref z, (nuint)(at + v * Lanes.Width));
    }

    private static void Narrow(
        HostLayer layer, ReadOnlySpan<ushort> columns, ReadOnlySpan<byte> levels, int at, ref float z)
    {
        ref var weights = ref layer.Weights.At(at);
        var sum = Vector512<float>.Zero;
        for (var k = 0; k < columns.Length; k++)
        {
            var x = Vector512.Create(SparseSamples.Values[levels[k]]);
            sum = Lanes.MultiplyAdd(x, Lanes.Load(ref weights, columns[k] * layer.Stride), sum);
        }

        WithBias(layer, sum, at).StoreUnsafe(ref z, (nuint)at);
    }

    private static Vector512<float> WithBias(HostLayer layer, Vector512<float> sum, int at) =>
        layer.Shape.Bias
            ? Lanes.MultiplyAdd(
                Vector512<float>.One, Lanes.Load(ref layer.Weights.At(layer.Shape.Inputs * layer.Stride), at), sum)
            : sum;
}
