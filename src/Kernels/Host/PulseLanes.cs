using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Several pulses in one direction at each of sixteen neighbouring devices whose u is linear in the position, or that
/// stand at whole pulses. Scalar twin: <see cref="DeviceMath.Fire"/>, one pulse after another.
/// </summary>
/// <param name="law">The law.</param>
/// <param name="noise">Random numbers of the array.</param>
internal readonly struct PulseLanes(LawParameters law, RandomNumbers noise)
{
    // No deviate is larger: the quantile of 2^-32.
    private const double LargestDeviate = 6.3;

    /// <summary>Whether the law can be computed here: positions and noise must fit into 32 bits.</summary>
    public static bool Fits(LawParameters law)
    {
        if (law.OneCurve == 0) return false;
        if (law.Noise == NoiseKind.None) return law.Whole == 1;
        var width = law.Noise == NoiseKind.Window ? law.Up.End : DevicePosition.One;
        return law.Linear == 1 && law.Up.End + law.Sigma * width * LargestDeviate < int.MaxValue;
    }

    /// <summary>Fires.</summary>
    /// <param name="plane">The devices.</param>
    /// <param name="at">Place of the first.</param>
    /// <param name="device">Number of the first.</param>
    /// <param name="counts">Pulses for each, at least 0.</param>
    /// <param name="rising">All bits set where they rise.</param>
    public void Fire(DevicePlane plane, int at, int device, Vector512<int> counts, Vector512<int> rising)
    {
        ref var codes = ref plane.Codes.At(at);
        ref var account = ref plane.Potentiation.At(at);
        ref var depression = ref plane.Depression.At(at);
        var before = Vector512.LoadUnsafe(ref account) + Vector512.LoadUnsafe(ref depression);
        var (code, fired) = law.Noise == NoiseKind.None
            ? Move(Vector512.LoadUnsafe(ref codes), counts, rising)
            : MoveNoisily(Vector512.LoadUnsafe(ref codes), counts, rising, before, (uint)device);
        code.StoreUnsafe(ref codes);
        (Vector512.LoadUnsafe(ref account) + (fired & rising)).StoreUnsafe(ref account);
        (Vector512.LoadUnsafe(ref depression) + (fired & ~rising)).StoreUnsafe(ref depression);
        ref var refused = ref plane.Refused.At(at);
        (Vector512.LoadUnsafe(ref refused) + counts - fired).StoreUnsafe(ref refused);
    }

    // Whole pulses: as many as there is room for.
    private (Vector512<int> Code, Vector512<int> Fired) Move(Vector512<int> code, Vector512<int> counts, Vector512<int> rising)
    {
        var room = Vector512.ConditionalSelect(rising, Vector512.Create(law.Up.End) - code, code) >> DevicePosition.Bits;
        var fired = Vector512.Min(counts, room);
        var way = fired << DevicePosition.Bits;
        return (code + Vector512.ConditionalSelect(rising, way, -way), fired);
    }

    private (Vector512<int> Code, Vector512<int> Fired) MoveNoisily(
        Vector512<int> code, Vector512<int> counts, Vector512<int> rising, Vector512<int> pulse, uint device)
    {
        var end = rising & Vector512.Create(law.Up.End);
        var step = Vector512.ConditionalSelect(rising, Vector512.Create(DevicePosition.One),
            Vector512.Create(-DevicePosition.One));
        var devices = Vector512.Create(device) + Vector512<uint>.Indices;
        var (fired, block, words) = (Vector512<int>.Zero, Vector512.Create(-1), default(PhiloxLanes.Words));
        for (var n = Vector512<int>.Zero; Vector512.LessThanAny(n, counts); n += Vector512<int>.One)
        {
            var number = pulse + fired;
            if (!Vector512.EqualsAll(number >> 2, block))
            {
                block = number >> 2;
                words = PhiloxLanes.Generate(devices, block.AsUInt32(), noise);
            }

            var moves = Vector512.LessThan(n, counts) & ~Vector512.Equals(code, end);
            var moved = Disturbed(code, step, NormalLanes.FromWords(Word(words, number & Vector512.Create(3))));
            code = Vector512.ConditionalSelect(moves, moved, code);
            fired -= moves;
        }

        return (code, fired);
    }

    private Vector512<int> Disturbed(Vector512<int> from, Vector512<int> step, Vector512<float> deviate)
    {
        var (low, high) = (Vector512<int>.Zero, Vector512.Create(law.Up.End));
        var to = Vector512.Min(Vector512.Max(from + step, low), high);
        var width = law.Noise == NoiseKind.Window ? Vector512.ConvertToSingle(high) : Vector512.ConvertToSingle(to - from);
        var spread = Vector512.Create(law.Sigma) * width;
        var sign = (spread.AsUInt32() ^ deviate.AsUInt32()) & Vector512.Create(0x80000000u);
        var half = (Vector512.Create(0.5f).AsUInt32() | sign).AsSingle();
        var noise = Vector512.ConvertToInt32(Lanes.MultiplyAdd(spread, deviate, half));
        return Vector512.Min(Vector512.Max(to + noise, low), high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Word(PhiloxLanes.Words words, Vector512<int> index)
    {
        var first = Vector512.ConditionalSelect(Vector512.Equals(index, Vector512<int>.Zero).AsUInt32(), words.W0, words.W1);
        var second = Vector512.ConditionalSelect(Vector512.Equals(index, Vector512.Create(2)).AsUInt32(), words.W2, words.W3);
        return Vector512.ConditionalSelect(Vector512.LessThan(index, Vector512.Create(2)).AsUInt32(), first, second);
    }
}
