using System.Runtime.Intrinsics;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// Read noise of one layer: the sum of independent deviates over the word lines of a sample is one deviate for each output.
/// Shapes: z [stride]. Twin on accelerators: ReadNoiseKernel.
/// </summary>
/// <param name="shape">The layer.</param>
/// <param name="sigma">Standard deviation of one weight with input 1.</param>
/// <param name="seed">Seed of the replica.</param>
/// <param name="layer">Layer, from 0.</param>
internal sealed class HostReadNoise(LayerShape shape, float sigma, ulong seed, int layer)
{
    /// <summary>Adds the noise of a sample of the first layer.</summary>
    /// <param name="levels">Levels of its non-zero inputs, in order.</param>
    /// <param name="z">(in, out) First sum of the sample.</param>
    /// <param name="kind">Which reads.</param>
    /// <param name="read">Number of the read.</param>
    public void Add(ReadOnlySpan<byte> levels, ref float z, StreamKind kind, uint read)
    {
        var squares = 0f;
        foreach (var level in levels)
            squares = Fused.MultiplyAdd(SparseSamples.Values[level], SparseSamples.Values[level], squares);
        Add(squares, ref z, kind, read);
    }

    /// <summary>Adds the noise of a sample of a later layer.</summary>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="z">(in, out) First sum of the sample.</param>
    /// <param name="kind">Which reads.</param>
    /// <param name="read">Number of the read.</param>
    public void Add(ReadOnlySpan<float> inputs, ref float z, StreamKind kind, uint read)
    {
        var squares = 0f;
        foreach (var x in inputs) squares = Fused.MultiplyAdd(x, x, squares);
        Add(squares, ref z, kind, read);
    }

    private void Add(float squares, ref float z, StreamKind kind, uint read)
    {
        if (shape.Bias) squares = Fused.MultiplyAdd(1f, 1f, squares);
        var deviation = Vector512.Create(sigma * MathF.Sqrt(squares));
        var numbers = new RandomNumbers(seed, kind, layer);
        for (var first = 0; first < shape.Outputs; first += Lanes.Width)
        {
            var words = PhiloxLanes.Generate(Vector512.Create((uint)first) + Vector512<uint>.Indices, read >> 2, numbers);
            var deviates = NormalLanes.FromWords(
                (read & 3) switch { 0 => words.W0, 1 => words.W1, 2 => words.W2, _ => words.W3 });
            Lanes.MultiplyAdd(deviation, deviates, Lanes.Load(ref z, first)).StoreUnsafe(ref z, (nuint)first);
        }
    }
}
