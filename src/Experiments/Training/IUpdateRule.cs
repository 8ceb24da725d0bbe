using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// Decides which pulses to fire, in every replica of an engine. Knows no backend, and not how many replicas there are.
/// </summary>
public interface IUpdateRule
{
    /// <summary>Trains one epoch.</summary>
    /// <param name="engine">The networks.</param>
    /// <param name="order">Training samples in the order of this epoch.</param>
    /// <param name="batch">Mini-batch size.</param>
    /// <param name="epoch">Epoch, from 1.</param>
    void RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch, int epoch);
}
