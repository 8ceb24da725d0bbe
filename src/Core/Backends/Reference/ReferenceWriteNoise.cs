using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>Write noise of the devices of a layer: what is seen of each after its last pulse.</summary>
/// <param name="sigma">Standard deviation, of the window.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
public sealed class ReferenceWriteNoise(double sigma, ulong seed, int layer)
{
    private readonly RandomNumbers _numbers = new(seed, StreamKind.WriteNoise, layer);

    /// <summary>The u that is seen of a device; may lie outside 0 .. 1.</summary>
    /// <param name="device">Device, from 0.</param>
    /// <param name="fired">Pulses fired at it so far, of both directions.</param>
    /// <param name="fraction">u of its state.</param>
    public double Seen(int device, int fired, double fraction) =>
        fraction + sigma * NormalDeviate.OfNumber(_numbers, device, fired);
}
