namespace CrossbarSim.Kernels.Host;

/// <summary>
/// One pulse per weight in the direction in which it moved; then the weight is its devices' again.
/// Reference twin: ReferenceReplica.FireSigns.
/// </summary>
internal static class SignPulses
{
    /// <summary>Fires one layer.</summary>
    /// <param name="layer">The layer whose weights moved.</param>
    /// <param name="owner">The layer whose counters are pulsed: itself, or the first (SharedCounters).</param>
    /// <param name="keepTrained">Whether a weight that was not pulsed keeps its trained value.</param>
    public static void Fire(HostLayer layer, HostLayer owner, bool keepTrained)
    {
        for (var row = 0; row < layer.Shape.Rows; row++)
        for (var column = 0; column < layer.Shape.Outputs; column++)
        {
            ref var weight = ref layer.Weights.At(row * layer.Stride + column);
            ref var before = ref layer.Before.At(row * layer.Stride + column);
            var at = row * owner.Stride + column;
            var moved = weight > before || weight < before;
            var fired = moved && owner.Devices.Fire(at, rising: weight > before);
            if (fired || !keepTrained) weight = owner.Devices.WeightOf(at);
            before = weight;
        }
    }
}
