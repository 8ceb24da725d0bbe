using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Backends;

/// <summary>Everything an engine needs to know before it starts.</summary>
/// <param name="Network">Layers and activation, the same for every replica.</param>
/// <param name="Replicas">
/// The networks that train in lock step on the same mini-batches, at least one. All have as many devices per weight and
/// the same pair update; a replica's results do not depend on the others.
/// </param>
/// <param name="Training">Training samples.</param>
/// <param name="Test">Test samples; may be empty.</param>
/// <param name="Batch">Largest mini-batch, at least 1.</param>
/// <param name="Threads">Threads the engine may use, at least 1; the result does not depend on it.</param>
public sealed record EnginePlan(
    NetworkShape Network,
    IReadOnlyList<ReplicaPlan> Replicas,
    SampleSet Training,
    SampleSet Test,
    int Batch,
    int Threads = 1)
{
    /// <summary>A plan of one network.</summary>
    /// <param name="network">Layers and activation.</param>
    /// <param name="mappings">One per layer: devices and weight of every state.</param>
    /// <param name="training">Training samples.</param>
    /// <param name="test">Test samples; may be empty.</param>
    /// <param name="batch">Largest mini-batch, at least 1.</param>
    /// <param name="threads">Threads the engine may use, at least 1.</param>
    /// <param name="seed">Seed of the run.</param>
    public EnginePlan(
        NetworkShape network,
        IReadOnlyList<WeightMapping> mappings,
        SampleSet training,
        SampleSet test,
        int batch,
        int threads = 1,
        ulong seed = 1)
        : this(network, [new ReplicaPlan(seed, mappings)], training, test, batch, threads)
    {
    }

    /// <summary>Samples held out of training to choose by; empty where none are.</summary>
    public SampleSet Validation { get; init; } = SampleSet.Empty(Training.Size);

    /// <summary>The devices of the first replica; of every one in number.</summary>
    public IReadOnlyList<WeightMapping> Mappings => Replicas[0].Mappings;

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
