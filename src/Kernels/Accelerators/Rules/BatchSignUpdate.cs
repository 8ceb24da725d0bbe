using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary><see cref="BatchSign"/> on an accelerator.</summary>
internal sealed class BatchSignUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
    : RuleUpdate(memory, kernels, network)
{
    private readonly FlatBuffer<float>[] _thresholds =
        [.. network.Layers.Select(_ => memory.Zeros<float>(network.Replicas))];
    private readonly QuantileSearch _search = new(memory, kernels, network.Replicas);
    private BatchSign[] _rules = [];

    /// <inheritdoc/>
    public override void Take(IReadOnlyList<BatchRule> rules)
    {
        _rules = [.. rules.Cast<BatchSign>()];
        foreach (var thresholds in _thresholds) thresholds.Write([.. _rules.Select(rule => (float)rule.Threshold)]);
    }

    /// <inheritdoc/>
    public override void Apply(int layer, TrainedBatch batch)
    {
        var state = Network.Layers[layer];
        double?[] measured = [.. _rules.Select(rule =>
            batch.Source.Index % rule.QuantileEvery == 0 ? rule.Quantile : null)];
        if (measured.Any(quantile => quantile is not null))
        {
            Run(layer, batch, new GradientStep(_search.Gradients(state.Size.Slots)));
            _search.Measure(state.Size.Slots, measured, _thresholds[layer].View);
        }

        Run(layer, batch, new BatchSignStep(_thresholds[layer].View, state.Devices.Arrays, state.Weights));
    }
}
