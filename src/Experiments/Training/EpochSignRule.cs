using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// The original rule: an epoch of float gradient descent from the device weights, then one pulse per device
/// in the direction its weight moved.
/// </summary>
/// <param name="options">Learning rate and quirks.</param>
public sealed class EpochSignRule(EpochSignOptions options) : IUpdateRule
{
    /// <inheritdoc/>
    public bool WeightsAreState => options.Quirks.WeightsAreState || options.StartsLinear;

    /// <inheritdoc/>
    public PulseTotals RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch)
    {
        engine.Descend(order, batch, new Sgd(options.LearningRate));
        return engine.FireSigns(options.Quirks);
    }
}
