using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>Read noise of the devices of a layer, summed over the word lines of one read.</summary>
/// <param name="mapping">The nominal device, with read noise, and the weights that conductances stand for.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
public sealed class ReferenceReadNoise(WeightMapping mapping, ulong seed, int layer)
{
    /// <summary>The noise of one bit line.</summary>
    /// <param name="inputs">Inputs of all word lines.</param>
    /// <param name="output">Bit line, from 0.</param>
    /// <param name="kind">Which reads.</param>
    /// <param name="read">Number of the read.</param>
    public double Of(IEnumerable<double> inputs, int output, StreamKind kind, uint read) =>
        mapping.ReadDeviation * Math.Sqrt(inputs.Sum(x => x * x))
        * NormalDeviate.OfNumber(new RandomNumbers(seed, kind, layer), output, read);
}
