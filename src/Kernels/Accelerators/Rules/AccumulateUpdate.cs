using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary><see cref="Accumulate"/> on an accelerator.</summary>
internal sealed class AccumulateUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
    : RuleUpdate(memory, kernels, network)
{
    private readonly FlatBuffer<AccumulateNumbers>[] _numbers =
        [.. network.Layers.Select(_ => memory.Zeros<AccumulateNumbers>())];

    /// <inheritdoc/>
    public override void Take(IReadOnlyList<BatchRule> rules)
    {
        for (var l = 0; l < _numbers.Length; l++)
            _numbers[l].Write([.. rules.Cast<Accumulate>().Select((rule, replica) => new AccumulateNumbers(
                (float)rule.Rate, Network.Layers[l].Devices.Law(replica).Steps.Min(), rule.MaxPulses))]);
    }

    /// <inheritdoc/>
    public override void Apply(int layer, TrainedBatch batch)
    {
        var state = Network.Layers[layer];
        Run(layer, batch, new AccumulateStep(
            _numbers[layer].View, state.Accumulators(), state.Devices.Arrays, state.Weights));
    }
}
