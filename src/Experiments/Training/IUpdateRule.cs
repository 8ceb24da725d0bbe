using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Training;

/// <summary>Decides which pulses to fire. Knows no backend.</summary>
public interface IUpdateRule
{
    /// <summary>Whether the weights can differ from those of the devices, so that a checkpoint must hold them.</summary>
    bool WeightsAreState { get; }

    /// <summary>Trains one epoch.</summary>
    /// <param name="engine">The network.</param>
    /// <param name="order">Training samples in the order of this epoch.</param>
    /// <param name="batch">Mini-batch size.</param>
    /// <returns>The pulses that were fired and refused.</returns>
    PulseTotals RunEpoch(IEngine engine, ReadOnlySpan<int> order, int batch);
}
