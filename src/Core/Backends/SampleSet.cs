namespace CrossbarSim.Core.Backends;

/// <summary>Labelled samples, as bytes: pixels are stored as read and scaled by 1/255 on use.</summary>
/// <param name="Inputs">Values, [Count x Size] row-major, 0 .. 255 standing for 0 .. 1.</param>
/// <param name="Labels">Class of each sample, 0 .. classes - 1.</param>
/// <param name="Size">Values per sample.</param>
public sealed record SampleSet(ReadOnlyMemory<byte> Inputs, ReadOnlyMemory<byte> Labels, int Size)
{
    /// <summary>A set without samples.</summary>
    /// <param name="size">Values that a sample would have.</param>
    public static SampleSet Empty(int size) => new(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, size);

    /// <summary>Number of samples.</summary>
    public int Count => Labels.Length;

    /// <summary>The values of one sample.</summary>
    /// <param name="sample">Sample, from 0.</param>
    public ReadOnlySpan<byte> Input(int sample) => Inputs.Span.Slice(sample * Size, Size);

    /// <summary>Some of the samples, in their order; nothing is copied.</summary>
    /// <param name="first">First sample, from 0.</param>
    /// <param name="count">How many.</param>
    public SampleSet Slice(int first, int count) =>
        new(Inputs.Slice(first * Size, count * Size), Labels.Slice(first, count), Size);
}
