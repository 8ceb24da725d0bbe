using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary><see cref="Sgd"/> on an accelerator.</summary>
internal sealed class SgdUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
    : RuleUpdate(memory, kernels, network)
{
    private readonly FlatBuffer<float> _rates = memory.Zeros<float>();

    /// <inheritdoc/>
    public override void Take(IReadOnlyList<BatchRule> rules) =>
        _rates.Write([.. rules.Cast<Sgd>().Select(sgd => (float)sgd.Rate)]);

    /// <inheritdoc/>
    public override void Apply(int layer, TrainedBatch batch) =>
        Run(layer, batch, new SgdStep(_rates.View, Network.Layers[layer].Weights));
}
