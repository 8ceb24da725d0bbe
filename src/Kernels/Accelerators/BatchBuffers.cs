using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>The inputs of a block of mini-batches by word line, sent up in one go for all replicas.</summary>
/// <param name="memory">Where.</param>
/// <param name="shape">The first layer.</param>
internal sealed class BatchBuffers(AcceleratorMemory memory, LayerShape shape)
{
    private readonly FlatBuffer<int> _starts = memory.Zeros<int>();
    private readonly FlatBuffer<int> _places = memory.Zeros<int>();
    private readonly FlatBuffer<float> _values = memory.Zeros<float>();
    private int[] _hostStarts = [];
    private int[] _hostPlaces = [];
    private float[] _hostValues = [];
    private int _used;

    // Of one mini-batch.
    private int Starts => shape.Rows + 1;

    /// <summary>Lays a block out on the host, while the accelerator may still work on the last one.</summary>
    /// <param name="block">Its mini-batches.</param>
    public void Lay(IReadOnlyList<MiniBatch> block)
    {
        if (_hostStarts.Length < block.Count * Starts) _hostStarts = new int[block.Count * Starts];
        _used = 0;
        for (var k = 0; k < block.Count; k++) _used = Lay(block[k], k * Starts, _used);
    }

    /// <summary>Sends the block that was laid out.</summary>
    public void Send()
    {
        _starts.Write(_hostStarts);
        _places.Write(_hostPlaces.AsSpan(0, _used));
        _values.Write(_hostValues.AsSpan(0, _used));
    }

    /// <summary>The inputs of one mini-batch of the block.</summary>
    /// <param name="index">Which, from 0.</param>
    public SparseLines Lines(int index) =>
        new(_starts.Part(index * Starts, Starts), _places.View, _values.View);

    /// <summary>How many inputs those are.</summary>
    /// <param name="index">Which mini-batch of the block, from 0.</param>
    public int Entries(int index) => _hostStarts[index * Starts + shape.Rows] - _hostStarts[index * Starts];

    private int Lay(MiniBatch batch, int start, int at)
    {
        for (var row = 0; row < shape.Inputs; row++)
        {
            _hostStarts[start + row] = at;
            var samples = batch.Columns.Samples(row);
            Reserve(at + samples.Length);
            samples.CopyTo(_hostPlaces.AsSpan(at));
            batch.Columns.Values(row).CopyTo(_hostValues.AsSpan(at));
            at += samples.Length;
        }

        _hostStarts[start + shape.Inputs] = at;
        return shape.Bias ? LayBias(batch.Samples.Length, start, at) : at;
    }

    private int LayBias(int samples, int start, int at)
    {
        Reserve(at + samples);
        for (var b = 0; b < samples; b++) (_hostPlaces[at + b], _hostValues[at + b]) = (b, 1f);
        return _hostStarts[start + shape.Rows] = at + samples;
    }

    private void Reserve(int length)
    {
        if (length <= _hostPlaces.Length) return;
        Array.Resize(ref _hostPlaces, 2 * length);
        Array.Resize(ref _hostValues, 2 * length);
    }
}
