using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>What the quirks of the original program need: it had one device a weight, and its state was P.</summary>
internal static class QuirkChecks
{
    public static IEnumerable<Problem> Check(ExperimentOptions experiment) =>
        experiment.Rule is EpochSignOptions { WeightsAreState: true } rule
            ? [.. Devices(experiment), .. rule.Quirks.SharedCounters ? SharedCounters(experiment) : []]
            : [];

    private static IEnumerable<Problem> Devices(ExperimentOptions experiment)
    {
        if (experiment.Mapping.Kind == MappingKind.Differential)
            yield return new Problem("CBS0303", "mapping.kind",
                "differential pairs did not exist in the original program: its quirks need offset or reference");
        if (experiment.Device.Any(device => new WeightMapping(device, experiment.Mapping).HasPositions))
            yield return new Problem("CBS0312", "device",
                "the quirks of the original program need devices whose whole state is P: one curve for both directions, no "
                + "cycle-to-cycle noise and no spread of the gain");
    }

    private static IEnumerable<Problem> SharedCounters(ExperimentOptions experiment)
    {
        if (experiment.Device.Distinct().Count() > 1)
            yield return new Problem("CBS0303", "device",
                "layers that share the first layer's counters (rule.shared_counters) need one device for all layers");
        if (experiment.Mapping.Wmax.Distinct().Count() > 1)
            yield return new Problem("CBS0303", "mapping.wmax",
                "layers that share the first layer's counters (rule.shared_counters) need one wmax for all layers");
        var layers = experiment.Network.ToShape().Layers;
        foreach (var (layer, shape) in layers.Index().Skip(1))
            if (!Fits(shape, layers[0]))
                yield return new Problem("CBS0303", "network.layers",
                    $"layer {layer} ({shape.Rows} x {shape.Outputs}) does not fit into the first layer's counters "
                    + $"({layers[0].Rows} x {layers[0].Outputs}), which rule.shared_counters makes it use");
    }

    private static bool Fits(LayerShape shape, LayerShape first) =>
        shape.Rows <= first.Rows && shape.Outputs <= first.Outputs;
}
