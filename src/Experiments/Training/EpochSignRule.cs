using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// The original rule: an epoch of float gradient descent from the device weights, then one pulse per device
/// in the direction its weight moved.
/// </summary>
/// <param name="descent">The float gradient descent.</param>
/// <param name="quirks">What to do as the original program did, in every replica.</param>
public sealed class EpochSignRule(IUpdateRule descent, SignPulseQuirks quirks) : IUpdateRule
{
    /// <inheritdoc/>
    public void RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch, int epoch)
    {
        descent.RunEpoch(engine, order, batch, epoch);
        engine.FireSignsAll(quirks);
    }
}
