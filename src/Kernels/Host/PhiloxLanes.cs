using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Kernels.Host;

/// <summary>Sixteen blocks of Philox4x32-10 at a time. Scalar twin: Core's Philox.</summary>
internal static class PhiloxLanes
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Four words of sixteen blocks.</summary>
    internal struct Words
    {
        public Vector512<uint> W0;
        public Vector512<uint> W1;
        public Vector512<uint> W2;
        public Vector512<uint> W3;
    }

    /// <summary>The blocks of one step of sixteen devices.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="step">The step.</param>
    /// <param name="numbers">Seed, purpose and layer.</param>
    public static Words Generate(Vector512<uint> devices, uint step, RandomNumbers numbers) =>
        Generate(devices, Vector512.Create(step), numbers);

    /// <summary>The blocks of sixteen devices, each at a step of its own.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="numbers">Seed, purpose and layer.</param>
    public static Words Generate(Vector512<uint> devices, Vector512<uint> steps, RandomNumbers numbers) => Generate(
        new Words
        {
            W0 = devices,
            W1 = steps,
            W2 = Vector512<uint>.Zero,
            W3 = Vector512.Create(((uint)numbers.Kind << 8) | (uint)numbers.Layer),
        },
        numbers.Seed);

    /// <summary>Computes sixteen blocks.</summary>
    /// <param name="c">Counters.</param>
    /// <param name="seed">Key.</param>
    public static Words Generate(Words c, ulong seed)
    {
        var (key0, key1) = (Vector512.Create((uint)seed), Vector512.Create((uint)(seed >> 32)));
        for (var round = 0; round < Rounds; round++)
        {
            var (low0, high0) = Multiply(c.W0, Multiplier0);
            var (low1, high1) = Multiply(c.W2, Multiplier1);
            (c.W0, c.W1, c.W2, c.W3) = (high1 ^ c.W1 ^ key0, low1, high0 ^ c.W3 ^ key1, low0);
            key0 += Vector512.Create(Weyl0);
            key1 += Vector512.Create(Weyl1);
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<uint> Low, Vector512<uint> High) Multiply(Vector512<uint> x, uint factor)
    {
        var even = Wide(x, factor);
        var odd = Wide((x.AsUInt64() >> 32).AsUInt32(), factor);
        var lower = Vector512.Create(0xFFFFFFFFUL);
        return (((even & lower) | (odd << 32)).AsUInt32(), ((even >> 32) | (odd & ~lower)).AsUInt32());
    }

    // The products of the even lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Wide(Vector512<uint> x, uint factor)
    {
        var by = Vector512.Create((ulong)factor);
        return Avx512F.IsSupported
            ? Avx512F.Multiply(x, by.AsUInt32())
            : (x.AsUInt64() & Vector512.Create(0xFFFFFFFFUL)) * by;
    }
}
