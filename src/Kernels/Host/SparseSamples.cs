using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Samples as lists of their non-zero inputs (3 bytes each): four fifths of MNIST's pixels are zero, and
/// adding 0 w changes no bit of a sum.
/// </summary>
internal sealed class SparseSamples
{
    private readonly int[] _start;
    private readonly ushort[] _columns;
    private readonly byte[] _levels;

    public SparseSamples(SampleSet set)
    {
        Labels = set.Labels;
        _start = new int[set.Count + 1];
        for (var s = 0; s < set.Count; s++)
        {
            var pixels = set.Input(s);
            _start[s + 1] = _start[s] + pixels.Length - System.MemoryExtensions.Count(pixels, (byte)0);
        }

        (_columns, _levels) = (new ushort[_start[^1]], new byte[_start[^1]]);
        for (var s = 0; s < set.Count; s++) Fill(set.Input(s), _start[s]);
    }

    /// <summary>Values of the 256 input levels: level / 255.</summary>
    public static float[] Values { get; } = [.. Enumerable.Range(0, 256).Select(level => (float)(level / 255.0))];

    /// <summary>Class of each sample.</summary>
    public ReadOnlyMemory<byte> Labels { get; }

    public int Count => _start.Length - 1;

    /// <summary>Columns of a sample's non-zero inputs, ascending.</summary>
    public ReadOnlySpan<ushort> Columns(int sample) =>
        _columns.AsSpan(_start[sample], _start[sample + 1] - _start[sample]);

    /// <summary>Levels 1 .. 255 of a sample's non-zero inputs, in the order of <see cref="Columns"/>.</summary>
    public ReadOnlySpan<byte> Levels(int sample) =>
        _levels.AsSpan(_start[sample], _start[sample + 1] - _start[sample]);

    private void Fill(ReadOnlySpan<byte> pixels, int at)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] == 0) continue;
            (_columns[at], _levels[at]) = ((ushort)i, pixels[i]);
            at++;
        }
    }
}
