using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Backends;

/// <summary>Everything an engine needs to know before it starts.</summary>
/// <param name="Network">Layers and activation.</param>
/// <param name="Mappings">One per layer: the weight of every state.</param>
/// <param name="Training">Training samples.</param>
/// <param name="Test">Test samples; may be empty.</param>
/// <param name="Batch">Largest mini-batch, at least 1.</param>
/// <param name="Threads">Threads the engine may use, at least 1; the result does not depend on it.</param>
public sealed record EnginePlan(
    NetworkShape Network,
    IReadOnlyList<WeightMapping> Mappings,
    SampleSet Training,
    SampleSet Test,
    int Batch,
    int Threads = 1)
{
    /// <summary>Devices of a layer: weights times devices per weight.</summary>
    /// <param name="layer">Layer, from 0.</param>
    public int Devices(int layer) => Network.Layers[layer].Weights * Mappings[layer].DevicesPerWeight;
}
