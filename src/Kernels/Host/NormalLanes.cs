using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>Sixteen normal deviates at a time, each from one word. Scalar twin: <see cref="NormalDeviates"/>.</summary>
internal static class NormalLanes
{
    private const uint Largest = (1u << 31) - 128;
    private const int Half = 16;

    // For each power the coefficients of octaves 0 .. 15, then of 16 .. 31 (the last is not used).
    private static readonly Vector512<float>[] Low = [.. Powers.Select(power => Octaves(power, 0))];
    private static readonly Vector512<float>[] High = [.. Powers.Select(power => Octaves(power, Half))];

    private static IEnumerable<int> Powers => Enumerable.Range(0, NormalDeviates.Terms);

    /// <summary>The deviates of sixteen words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FromWords(Vector512<uint> words)
    {
        var k = Vector512.Min(Vector512.Max(words >> 1, Vector512<uint>.One), Vector512.Create(Largest));
        var bits = Vector512.ConvertToSingle(k.AsInt32()).AsInt32();
        var octave = (bits >> 23) - Vector512.Create(127);
        var t = ((bits & Vector512.Create(0x7FFFFF)) | Vector512.Create(0x3F800000)).AsSingle() - Vector512.Create(1.5f);
        var p = Pick(octave, 6);
        p = Lanes.MultiplyAdd(p, t, Pick(octave, 5));
        p = Lanes.MultiplyAdd(p, t, Pick(octave, 4));
        p = Lanes.MultiplyAdd(p, t, Pick(octave, 3));
        p = Lanes.MultiplyAdd(p, t, Pick(octave, 2));
        p = Lanes.MultiplyAdd(p, t, Pick(octave, 1));
        p = Lanes.MultiplyAdd(p, t, Pick(octave, 0));

        // The last bit of the word: 0 is negative.
        return (p.AsUInt32() ^ ((~words & Vector512<uint>.One) << 31)).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pick(Vector512<int> octave, int power) => Avx512F.IsSupported
        ? Avx512F.PermuteVar16x32x2(Low[power], octave, High[power])
        : Vector512.ConditionalSelect(
            Vector512.LessThan(octave, Vector512.Create(Half)).AsSingle(),
            Vector512.Shuffle(Low[power], octave),
            Vector512.Shuffle(High[power], octave - Vector512.Create(Half)));

    private static Vector512<float> Octaves(int power, int first)
    {
        var picked = new float[Half];
        for (var k = 0; k < Half && first + k < NormalDeviates.Octaves; k++)
            picked[k] = NormalDeviates.Coefficients[(first + k) * NormalDeviates.Terms + power];
        return Vector512.Create<float>(picked);
    }
}
