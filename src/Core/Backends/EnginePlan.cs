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
    /// <summary>Samples held out of training to choose by; empty where none are.</summary>
    public SampleSet Validation { get; init; } = SampleSet.Empty(Training.Size);

    /// <summary>The samples of a choice.</summary>
    /// <param name="choice">Which set.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such choice.</exception>
    public SampleSet Samples(SampleChoice choice) => choice switch
    {
        SampleChoice.Training => Training,
        SampleChoice.Test => Test,
        SampleChoice.Validation => Validation,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    /// <summary>Devices of a layer: weights times devices per weight.</summary>
    /// <param name="layer">Layer, from 0.</param>
    public int Devices(int layer) => Network.Layers[layer].Weights * Mappings[layer].DevicesPerWeight;
}
