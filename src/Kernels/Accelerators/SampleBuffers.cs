using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Host;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>One sample set on an accelerator, as lists of non-zero inputs: 3 bytes for each of those.</summary>
internal sealed class SampleBuffers
{
    private const byte One = 255;

    private readonly FlatBuffer<byte> _labels;
    private readonly SparseInputs _inputs;

    /// <summary>Copies a sample set to an accelerator.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="network">Inputs, bias line of the first layer, classes.</param>
    /// <param name="scale">Input of each level.</param>
    /// <exception cref="ArgumentException">
    /// A sample has another size, or a label is no class of the
    /// network.
    /// </exception>
    public SampleBuffers(AcceleratorMemory memory, SampleSet samples, NetworkShape network, FlatBuffer<float> scale)
    {
        if (samples.Count > 0 && samples.Size != network.Inputs)
            throw new ArgumentException(
                $"samples have {samples.Size} values, the network {network.Inputs} inputs", nameof(samples));
        if (network.Classes < 256 && samples.Labels.Span.ContainsAnyExceptInRange((byte)0, (byte)(network.Classes - 1)))
            throw new ArgumentException($"a label is outside 0 .. {network.Classes - 1}", nameof(samples));
        Count = samples.Count;
        Samples = new SparseSamples(samples);
        _labels = memory.Holding(samples.Labels.Span);
        _inputs = Send(memory, Samples, network.Layers[0], scale);
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; }

    /// <summary>The samples on the host.</summary>
    public SparseSamples Samples { get; }

    /// <summary>Class of each sample [count].</summary>
    public ArrayView<byte> Labels => _labels.View;

    /// <summary>The inputs of some samples; the bias line is an input of level 255, which is 1.</summary>
    /// <param name="order">Sample numbers.</param>
    public SparseInputs Inputs(ArrayView<int> order) => _inputs with { Order = order };

    private static SparseInputs Send(
        AcceleratorMemory memory, SparseSamples samples, LayerShape shape, FlatBuffer<float> scale)
    {
        var starts = new int[samples.Count + 1];
        for (var s = 0; s < samples.Count; s++)
            starts[s + 1] = checked(starts[s] + samples.Columns(s).Length + (shape.Bias ? 1 : 0));
        var (columns, levels) = (new ushort[starts[^1]], new byte[starts[^1]]);
        Array.Fill(columns, (ushort)shape.Inputs);
        Array.Fill(levels, One);
        for (var s = 0; s < samples.Count; s++)
        {
            samples.Columns(s).CopyTo(columns.AsSpan(starts[s]));
            samples.Levels(s).CopyTo(levels.AsSpan(starts[s]));
        }

        return new SparseInputs(
            memory.Holding<int>(starts).View, memory.Holding<ushort>(columns).View, memory.Holding<byte>(levels).View,
            scale.View, default);
    }
}
