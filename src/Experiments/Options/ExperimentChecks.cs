using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>What must agree between the parts of an experiment.</summary>
internal static class ExperimentChecks
{
    public static IEnumerable<Problem> Check(ExperimentOptions experiment)
    {
        var counts = Counts(experiment).ToList();
        return [.. counts, .. Data(experiment), .. QuirkChecks.Check(experiment), .. counts.Count > 0 ? [] : Spreads(experiment),
            .. FloatStart(experiment), .. AgeingChecks.Check(experiment), .. DirectionChecks.Check(experiment),
            .. counts.Count > 0 ? [] : EnduranceChecks.Check(experiment)];
    }

    private static IEnumerable<Problem> Counts(ExperimentOptions experiment)
    {
        var layers = experiment.Network.Layers.Count - 1;
        (string Key, string What, int Count)[] lists =
        [
            ("device", "devices", experiment.Device.Count),
            ("mapping.wmax", "values", experiment.Mapping.Wmax.Count),
            ("initial.spread", "values", experiment.Initial.Spread?.Count ?? 1),
        ];
        return lists.Where(list => list.Count != 1 && list.Count != layers).Select(list => new Problem("CBS0302", list.Key,
            $"{list.Count} {list.What} for {layers} layers: give one for all, or one per layer"));
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

    private static IEnumerable<Problem> FloatStart(ExperimentOptions experiment)
    {
        if (experiment.Initial.Normal is not null && !experiment.Rule.IsFloat)
            yield return new Problem("CBS0311", "initial.normal",
                "float first weights that are not those of the devices are for the float rules sgd and adam; "
                + "with pulses give pulses, conductance, spread, glorot or state");
    }

    private static IEnumerable<Problem> Spreads(ExperimentOptions experiment)
    {
        if (experiment.Initial.Spread is not { } spreads) return [];
        var layers = Enumerable.Range(0, experiment.Network.Layers.Count - 1);
        return layers.SelectMany(layer => Spread(experiment, layer, spreads[layer % spreads.Count]))
            .DistinctBy(problem => problem.Message);
    }

    private static IEnumerable<Problem> Spread(ExperimentOptions experiment, int layer, double spread)
    {
        var (low, high) = experiment.MappingOf(layer).Range;
        if (-spread < low || spread > high)
            yield return new Problem("CBS0304", "initial.spread", FormattableString.Invariant(
                $"weights within +-{spread:G4} do not fit into {low:G4} .. {high:G4}, ")
                + "what mapping and device can reach");
    }
}
