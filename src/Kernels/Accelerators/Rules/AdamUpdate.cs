using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Arithmetic;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary><see cref="Adam"/> on an accelerator, with moments.</summary>
internal sealed class AdamUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
    : RuleUpdate(memory, kernels, network)
{
    private readonly FlatBuffer<AdamFactors> _factors = memory.Zeros<AdamFactors>();
    private Adam[] _rules = [];
    private int _layerBatches;

    /// <inheritdoc/>
    public override void Take(IReadOnlyList<BatchRule> rules) => _rules = [.. rules.Cast<Adam>()];

    /// <inheritdoc/>
    public override void Begin(IReadOnlyList<MiniBatch> block)
    {
        // The numbers change with every step: [layers x mini-batches x replicas].
        _layerBatches = block.Count;
        _factors.Write([.. Network.Layers.SelectMany(layer => block.SelectMany(_ => _rules.Select((adam, replica) =>
            AdamFactors.At(adam, layer.NextMomentStep(replica)))))]);
    }

    /// <inheritdoc/>
    public override void Apply(int layer, TrainedBatch batch)
    {
        var first = (layer * _layerBatches + batch.InBlock) * _rules.Length;
        var state = Network.Layers[layer];
        Run(layer, batch, new AdamStep(
            _factors.Part(first, _rules.Length), state.Weights, state.FirstMoments, state.SecondMoments));
    }
}

/// <summary><see cref="Adam"/> on an accelerator that forgets its moments.</summary>
internal sealed class FreshAdamUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
    : RuleUpdate(memory, kernels, network)
{
    private readonly FlatBuffer<AdamFactors> _factors = memory.Zeros<AdamFactors>();

    /// <inheritdoc/>
    public override void Take(IReadOnlyList<BatchRule> rules) =>
        _factors.Write([.. rules.Cast<Adam>().Select(adam => AdamFactors.At(adam, 1))]);

    /// <inheritdoc/>
    public override void Apply(int layer, TrainedBatch batch) =>
        Run(layer, batch, new FreshAdamStep(_factors.View, Network.Layers[layer].Weights));
}
