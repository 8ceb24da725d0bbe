using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary>
/// What one kind of rule does with a mini-batch, in all replicas at once; keeps the buffers it needs.
/// </summary>
/// <param name="memory">Where.</param>
/// <param name="kernels">What runs there.</param>
/// <param name="network">The layers.</param>
internal abstract class RuleUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
{
    /// <summary>Where buffers are made.</summary>
    protected AcceleratorMemory Memory => memory;

    /// <summary>What runs there.</summary>
    protected KernelLoader Kernels => kernels;

    /// <summary>The layers.</summary>
    protected AcceleratorNetwork Network => network;

    /// <summary>Takes the rules of a call, one per replica.</summary>
    public abstract void Take(IReadOnlyList<BatchRule> rules);

    /// <summary>Sends what the mini-batches of a block need.</summary>
    public virtual void Begin(IReadOnlyList<MiniBatch> block)
    {
    }

    /// <summary>Updates one layer.</summary>
    public abstract void Apply(int layer, TrainedBatch batch);

    /// <summary>Launches the update kernel on a layer.</summary>
    protected void Run<TStep>(int layer, TrainedBatch batch, TStep step)
        where TStep : struct, IWeightStep
    {
        if (layer == 0) Run(layer, batch.Count, batch.Lines, step);
        else Run(layer, batch.Count, Dense(layer, batch.Count), step);
    }

    /// <summary>The inputs of a later layer.</summary>
    protected DenseLines Dense(int layer, int batch) =>
        new(network.Values(layer - 1), network.Layers[layer].Size with { Batch = batch });

    private void Run<TLines, TStep>(int layer, int batch, TLines lines, TStep step)
        where TLines : struct, ILineInputs
        where TStep : struct, IWeightStep
    {
        var size = network.Layers[layer].Size with { Batch = batch };
        var items = network.Replicas * size.Rows * size.Tiles;
        kernels.Update<TLines, TStep>()(items, size, lines, step, network.Deltas(layer));
    }
}
