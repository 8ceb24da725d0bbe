using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Training;

/// <summary>Float gradient descent from the first weights; the devices are never pulsed.</summary>
/// <param name="optimizer">How a gradient moves weights.</param>
public sealed class FloatRule(Optimizer optimizer) : IUpdateRule
{
    /// <inheritdoc/>
    public bool WeightsAreState => true;

    /// <inheritdoc/>
    public PulseTotals RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch)
    {
        engine.Descend(order, batch, optimizer);
        return default;
    }
}
