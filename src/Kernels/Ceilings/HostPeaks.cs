using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Ceilings;

/// <summary>Peaks of the CPU, on some of its cores at once.</summary>
public sealed class HostPeaks : IPeaks
{
    // Two multiply-adds a cycle that take four or five: twelve sums hide it, and sixteen registers hold them.
    private const int Sums = 12;
    private const int Steps = 1 << 22;

    // More than a last cache holds, shared by the threads, but enough for each.
    private const int AllBytes = 1 << 28;
    private const int LeastBytes = 1 << 25;

    private readonly Workers _workers;
    private readonly (byte[] From, byte[] To)[] _blocks;

    /// <summary>Allocates what is copied.</summary>
    /// <param name="threads">Threads, at least 1.</param>
    public HostPeaks(int threads)
    {
        _workers = new Workers(threads);
        var bytes = Math.Max(LeastBytes, AllBytes / threads);
        _blocks = [.. Enumerable.Range(0, threads).Select(_ => (Written(bytes), Written(bytes)))];
    }

    /// <inheritdoc/>
    public long MultiplyAdds => (long)_blocks.Length * Steps * Sums * Width;

    /// <inheritdoc/>
    public long CopiedBytes => 2L * _blocks.Length * _blocks[0].From.Length;

    private static int Width => Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;

    /// <inheritdoc/>
    public void MultiplyAdd() => _workers.Each(_blocks.Length, thread =>
    {
        if (Vector512.IsHardwareAccelerated) _ = Loop<Wide512, Vector512<float>>(thread);
        else _ = Loop<Wide256, Vector256<float>>(thread);
    });

    /// <inheritdoc/>
    public void Copy() => _workers.Each(_blocks.Length, thread => _blocks[thread].From.CopyTo(_blocks[thread].To, 0));

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // Pages that were never written are all one page.
    private static byte[] Written(int bytes)
    {
        var block = GC.AllocateUninitializedArray<byte>(bytes);
        Array.Fill(block, (byte)1);
        return block;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TVector Loop<TWide, TVector>(int thread)
        where TWide : struct, IWide<TVector>
        where TVector : struct
    {
        var (x, y) = (TWide.Of(0.5f), TWide.Of(thread));
        TVector s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x;
        TVector s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
        for (var step = 0; step < Steps; step++)
        {
            (s0, s1, s2) = (TWide.MultiplyAdd(s0, x, y), TWide.MultiplyAdd(s1, x, y), TWide.MultiplyAdd(s2, x, y));
            (s3, s4, s5) = (TWide.MultiplyAdd(s3, x, y), TWide.MultiplyAdd(s4, x, y), TWide.MultiplyAdd(s5, x, y));
            (s6, s7, s8) = (TWide.MultiplyAdd(s6, x, y), TWide.MultiplyAdd(s7, x, y), TWide.MultiplyAdd(s8, x, y));
            (s9, s10, s11) = (TWide.MultiplyAdd(s9, x, y), TWide.MultiplyAdd(s10, x, y), TWide.MultiplyAdd(s11, x, y));
        }

        // All of them count, so that none is left out.
        var sum = TWide.MultiplyAdd(s0, s1, TWide.MultiplyAdd(s2, s3, TWide.MultiplyAdd(s4, s5, y)));
        return TWide.MultiplyAdd(s6, s7, TWide.MultiplyAdd(s8, s9, TWide.MultiplyAdd(s10, s11, sum)));
    }

    private interface IWide<TVector>
    {
        static abstract TVector Of(float value);

        static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);
    }

    private readonly struct Wide512 : IWide<Vector512<float>>
    {
        public static Vector512<float> Of(float value) => Vector512.Create(value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
            Vector512.FusedMultiplyAdd(x, y, z);
    }

    private readonly struct Wide256 : IWide<Vector256<float>>
    {
        public static Vector256<float> Of(float value) => Vector256.Create(value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
            Vector256.FusedMultiplyAdd(x, y, z);
    }
}
