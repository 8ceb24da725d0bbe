using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>Cycle-to-cycle noise of the devices of a layer.</summary>
/// <param name="options">How strong, and relative to what.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
internal sealed class ReferenceNoise(CycleNoiseOptions options, ulong seed, int layer)
{
    private readonly RandomNumbers _numbers = new(seed, StreamKind.CycleNoise, layer);

    /// <summary>Where a pulse really leads.</summary>
    /// <param name="device">The device.</param>
    /// <param name="fired">Pulses fired at it before, of both directions.</param>
    /// <param name="from">u before the pulse.</param>
    /// <param name="to">u after the pulse without noise.</param>
    /// <returns>u after the pulse, 0 .. 1.</returns>
    public double Disturb(int device, int fired, double from, double to)
    {
        var noise = options.Sigma * NormalDeviate.OfNumber(_numbers, device, fired);
        return Math.Clamp(options.Of == NoiseReference.Window ? to + noise : from + (to - from) * (1 + noise), 0, 1);
    }
}
