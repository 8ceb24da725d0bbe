using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>What must agree between the parts of an experiment.</summary>
internal static class ExperimentChecks
{
    public static IEnumerable<Problem> Check(ExperimentOptions experiment) =>
        [
            .. Counts(experiment), .. Data(experiment), .. Quirks(experiment), .. Spreads(experiment),
            .. FloatStarts(experiment),
        ];

    private static IEnumerable<Problem> Counts(ExperimentOptions experiment)
    {
        var layers = experiment.Network.Layers.Count - 1;
        if (experiment.Device.Count is var devices && devices != 1 && devices != layers)
            yield return new Problem("CBS0302", "device",
                $"{devices} devices for {layers} layers: give one for all, or one per layer");
        if (experiment.Initial.Spread is { } spreads && spreads.Count != 1 && spreads.Count != layers)
            yield return new Problem("CBS0302", "initial.spread",
                $"{spreads.Count} values for {layers} layers: give one for all, or one per layer");
    }

    private static IEnumerable<Problem> Data(ExperimentOptions experiment)
    {
        var data = experiment.Dataset;
        if (data.TrainSamples is { } samples && data.Validation >= samples)
            yield return new Problem("CBS0415", "dataset.validation",
                $"{data.Validation} of {samples} training samples held out: at least one must be left to train on");
        if (data.Size is { } size && experiment.Network.Layers is [var inputs, ..] && size * size != inputs)
            yield return new Problem("CBS0305", "network.layers",
                $"the first layer takes {inputs} inputs, but dataset.size makes pictures of "
                + $"{size} x {size} = {size * size} pixels");
    }

    private static IEnumerable<Problem> Quirks(ExperimentOptions experiment)
    {
        if (experiment.Rule is not EpochSignOptions rule || !(rule.Quirks.WeightsAreState || rule.StartsLinear))
            yield break;
        if (experiment.Mapping.Kind == MappingKind.Differential)
            yield return new Problem("CBS0303", "mapping.kind",
                "differential pairs did not exist in the original program: its quirks need offset or reference");
        if (!rule.Quirks.SharedCounters) yield break;
        if (experiment.Device.Distinct().Count() > 1)
            yield return new Problem("CBS0303", "device",
                "layers that share the first layer's counters (rule.shared_counters) need one device for all layers");
        var shape = experiment.Network.ToShape();
        var first = shape.Layers[0];
        for (var layer = 1; layer < shape.Layers.Count; layer++)
            if (shape.Layers[layer].Rows > first.Rows || shape.Layers[layer].Outputs > first.Outputs)
                yield return new Problem("CBS0303", "network.layers",
                    $"layer {layer} ({shape.Layers[layer].Rows} x {shape.Layers[layer].Outputs}) does not fit into the "
                    + $"first layer's counters ({first.Rows} x {first.Outputs}), which rule.shared_counters makes it use");
    }

    private static IEnumerable<Problem> FloatStarts(ExperimentOptions experiment)
    {
        if (experiment.Initial.StartsFloat && experiment.Rule is not (SgdOptions or AdamOptions))
            yield return new Problem("CBS0311", experiment.Initial.Normal is null ? "initial.glorot" : "initial.normal",
                "float first weights that are not those of the devices are for the float rules sgd and adam; "
                + "with pulses give pulses, conductance, spread or state");
    }

    private static IEnumerable<Problem> Spreads(ExperimentOptions experiment)
    {
        if (experiment.Initial.Spread is not { } spreads) yield break;
        for (var layer = 0; layer < spreads.Count; layer++)
        {
            var device = experiment.Device[Math.Min(layer, experiment.Device.Count - 1)];
            var (low, high) = new WeightMapping(device, experiment.Mapping).Range;
            if (-spreads[layer] < low || spreads[layer] > high)
                yield return new Problem("CBS0304", "initial.spread", FormattableString.Invariant(
                    $"weights within +-{spreads[layer]:G4} do not fit into {low:G4} .. {high:G4}, ")
                    + "what mapping and device can reach");
        }
    }
}
