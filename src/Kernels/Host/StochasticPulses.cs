using System.Numerics;
using System.Runtime.Intrinsics;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Coincidences of stochastic pulse trains at one layer, one sample at a time. A train is one 32-bit word, a slot a bit.
/// Reference twin: ReferenceStochastic.
/// </summary>
internal sealed class StochasticPulses
{
    // Up to this many devices of sixteen, one after another is faster than all at once.
    private const int FewLanes = 3;

    private static readonly Vector512<int> LaneBits = Vector512.Create([.. Enumerable.Range(0, Lanes.Width).Select(k => 1 << k)]);

    private readonly HostLayer _layer;
    private readonly RandomNumbers _rowNumbers;
    private readonly RandomNumbers _columnNumbers;
    private readonly int[] _lines;
    private readonly float[] _inputs;
    private readonly uint[] _rows;
    private readonly uint[] _columns;
    private readonly int[] _every;

    /// <param name="layer">The layer.</param>
    /// <param name="seed">Seed of the replica.</param>
    /// <param name="index">Which layer it is.</param>
    public StochasticPulses(HostLayer layer, ulong seed, int index)
    {
        _layer = layer;
        _rowNumbers = new RandomNumbers(seed, StreamKind.WordLineTrain, index);
        _columnNumbers = new RandomNumbers(seed, StreamKind.BitLineTrain, index);
        var rows = Lanes.Padded(layer.Shape.Rows);
        (_lines, _inputs, _rows) = (new int[rows], new float[rows], new uint[rows]);
        _columns = new uint[layer.Stride];
        _every = [.. Enumerable.Range(0, layer.Stride)];
    }

    /// <summary>Applies a sample of the first layer.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="columns">Its non-zero inputs.</param>
    /// <param name="levels">Their levels.</param>
    /// <param name="deltas">Derivative of the mean loss by its sums, [stride].</param>
    /// <param name="step">Number of the sample since the run began.</param>
    public void Run(Stochastic rule, ReadOnlySpan<ushort> columns, ReadOnlySpan<byte> levels,
        ReadOnlySpan<float> deltas, uint step)
    {
        for (var k = 0; k < columns.Length; k++) (_lines[k], _inputs[k]) = (columns[k], SparseSamples.Values[levels[k]]);
        Run(rule, columns.Length, deltas, step);
    }

    /// <summary>Applies a sample of a later layer.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="deltas">Derivative of the mean loss by its sums, [stride].</param>
    /// <param name="step">Number of the sample since the run began.</param>
    public void Run(Stochastic rule, ReadOnlySpan<float> inputs, ReadOnlySpan<float> deltas, uint step)
    {
        var count = 0;
        for (var row = 0; row < inputs.Length; row++)
        {
            (_lines[count], _inputs[count]) = (row, inputs[row]);
            if (inputs[row] != 0) count++;
        }

        Run(rule, count, deltas, step);
    }

    private void Run(Stochastic rule, int count, ReadOnlySpan<float> deltas, uint step)
    {
        if (_layer.Shape.Bias) (_lines[count], _inputs[count++]) = (_layer.Shape.Inputs, 1);
        var settings = TrainSettings.Of(rule, _layer.Devices.Granularity);
        var trains = PulseTrains.Plan(settings, Largest(_inputs.AsSpan(0, count)), Largest(deltas));
        if (trains.Length == 0) return;
        Fill(_columns, _columnNumbers, _every, deltas, trains.ColumnFactor, trains.Length, step);
        if (_columns.AsSpan().IndexOfAnyExcept(0u) < 0) return;
        Fill(_rows, _rowNumbers, _lines, _inputs.AsSpan(0, count), trains.RowFactor, trains.Length, step);
        for (var k = 0; k < count; k++)
            if (_rows[k] != 0) Coincide(_lines[k], _rows[k], _inputs[k], deltas);
    }

    private static float Largest(ReadOnlySpan<float> values) =>
        values.Length == 0 ? 0 : TensorMax(values);

    private static float TensorMax(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values) largest = MathF.Max(largest, MathF.Abs(value));
        return largest;
    }

    // Trains of sixteen lines at a time; what lies behind the last line is not looked at.
    private static void Fill(
        uint[] trains, RandomNumbers numbers, int[] lines, ReadOnlySpan<float> values, float factor, int length, uint step)
    {
        for (var first = 0; first < values.Length; first += Lanes.Width)
        {
            var probability = Vector512.Create(factor) * Vector512.Abs(Part(values, first));
            var bound = Vector512.ConvertToUInt32(probability * Vector512.Create(4294967296f));
            bound = Vector512.ConditionalSelect(
                Vector512.GreaterThanOrEqual(probability, Vector512<float>.One).AsUInt32(), Vector512<uint>.AllBitsSet, bound);
            Train(numbers, Vector512.LoadUnsafe(ref lines[first]).AsUInt32(), bound, length, step).StoreUnsafe(ref trains[first]);
        }
    }

    private static Vector512<float> Part(ReadOnlySpan<float> values, int first)
    {
        if (first + Lanes.Width <= values.Length) return Vector512.Create(values[first..]);
        Span<float> padded = stackalloc float[Lanes.Width];
        padded.Clear();
        values[first..].CopyTo(padded);
        return Vector512.Create<float>(padded);
    }

    private static Vector512<uint> Train(RandomNumbers numbers, Vector512<uint> lines, Vector512<uint> bound,
        int length, uint step)
    {
        var train = Vector512<uint>.Zero;
        for (var slot = 0; slot < length; slot += 4)
        {
            var words = PhiloxLanes.Generate(
                new PhiloxLanes.Words
                {
                    W0 = lines,
                    W1 = Vector512.Create(step),
                    W2 = Vector512.Create((uint)slot / 4),
                    W3 = Vector512.Create(((uint)numbers.Kind << 8) | (uint)numbers.Layer),
                },
                numbers.Seed);
            train |= Slot(words.W0, bound, slot, length) | Slot(words.W1, bound, slot + 1, length)
                | Slot(words.W2, bound, slot + 2, length) | Slot(words.W3, bound, slot + 3, length);
        }

        return train;
    }

    private static Vector512<uint> Slot(Vector512<uint> word, Vector512<uint> bound, int slot, int length)
    {
        if (slot >= length) return default;
        var fires = Vector512.LessThan(word, bound) | Vector512.Equals(bound, Vector512<uint>.AllBitsSet);
        return fires & Vector512.Create(1u << slot);
    }

    // A positive product of input and delta asks for a falling pulse.
    private void Coincide(int row, uint train, float input, ReadOnlySpan<float> deltas)
    {
        for (var first = 0; first < _columns.Length; first += Lanes.Width)
        {
            var both = Vector512.LoadUnsafe(ref _columns[first]) & Vector512.Create(train);
            var hit = (~Vector512.Equals(both, Vector512<uint>.Zero)).ExtractMostSignificantBits();
            if (hit == 0) continue;
            var at = row * _layer.Stride + first;
            var falling = Part(deltas, first).ExtractMostSignificantBits() ^ (input < 0 ? 0ul : ulong.MaxValue);
            if (BitOperations.PopCount(hit) > FewLanes) _layer.Fire(at, Count(both), ~Mask(falling));
            else FireFew(at, first, train, hit, falling);
        }
    }

    private void FireFew(int at, int first, uint train, ulong hit, ulong falling)
    {
        for (; hit != 0; hit &= hit - 1)
        {
            var lane = BitOperations.TrailingZeroCount(hit);
            for (var pulses = BitOperations.PopCount(_columns[first + lane] & train); pulses > 0; pulses--)
                _layer.Fire(at + lane, (falling >> lane & 1) == 0);
        }
    }

    private static Vector512<int> Mask(ulong lanes) => ~Vector512.Equals(
        Vector512.Create((int)lanes) & LaneBits, Vector512<int>.Zero);

    // Bits set in each lane (H. S. Warren: Hacker's Delight, 2nd ed., section 5-1).
    private static Vector512<int> Count(Vector512<uint> bits)
    {
        bits -= (bits >> 1) & Vector512.Create(0x55555555u);
        bits = (bits & Vector512.Create(0x33333333u)) + ((bits >> 2) & Vector512.Create(0x33333333u));
        bits = (bits + (bits >> 4)) & Vector512.Create(0x0F0F0F0Fu);
        bits += bits >> 8;
        return ((bits + (bits >> 16)) & Vector512.Create(0x3Fu)).AsInt32();
    }
}
