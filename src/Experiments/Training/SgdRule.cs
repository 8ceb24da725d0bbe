using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>Float gradient descent from the first device weights; the devices are never pulsed.</summary>
/// <param name="options">Learning rate.</param>
public sealed class SgdRule(SgdOptions options) : IUpdateRule
{
    /// <inheritdoc/>
    public bool WeightsAreState => true;

    /// <inheritdoc/>
    public PulseTotals RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch)
    {
        engine.Descend(order, batch, options.LearningRate);
        return default;
    }
}
