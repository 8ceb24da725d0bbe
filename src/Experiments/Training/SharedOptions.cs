using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// What experiments that train together have in common: the mini-batches, the shape of the network and of its arrays, the
/// kind of rule, and when they are measured. All else is each replica's own.
/// </summary>
public static class SharedOptions
{
    private static readonly (string Key, Func<ExperimentOptions, object?> Value)[] Keys =
    [
        ("dataset.name", e => e.Dataset.Name),
        ("dataset.train_samples", e => e.Dataset.TrainSamples),
        ("dataset.test_samples", e => e.Dataset.TestSamples),
        ("dataset.validation", e => e.Dataset.Validation),
        ("dataset.size", e => e.Dataset.Size),
        ("dataset.shuffle", e => e.Dataset.Shuffle),
        ("dataset.order_seed", e => e.Dataset.OrderSeed),
        ("network.layers", e => $"[{string.Join(", ", e.Network.Layers)}]"),
        ("network.activation", e => e.Network.Activation),
        ("network.bias", e => e.Network.Bias),
        ("mapping.kind", e => e.Mapping.Kind == MappingKind.Differential ? "differential" : "one device per weight"),
        ("mapping.pair", e => e.Mapping.Pair),
        ("mapping.refresh.every", e => e.Mapping.Refresh?.Every),
        ("rule.kind", e => Kind(e.Rule)),
        ("rule.shared_counters", e => (e.Rule as EpochSignOptions)?.Quirks.SharedCounters),
        ("rule.keep_trained_at_ends", e => (e.Rule as EpochSignOptions)?.Quirks.KeepTrainedAtEnds),
        ("training.epochs", e => e.Training.Epochs),
        ("training.batch", e => e.Training.Batch),
        ("training.evaluate", e => e.Training.Evaluate),
    ];

    /// <summary>A text that is the same for experiments that can train together, and for no others.</summary>
    /// <param name="experiment">An experiment.</param>
    public static string Text(ExperimentOptions experiment) =>
        string.Join('\n', Keys.Select(key => $"{key.Key}: {Shown(key.Value(experiment))}"));

    /// <summary>What keeps experiments from training together.</summary>
    /// <param name="experiments">The experiments, at least one.</param>
    /// <returns>One problem for each key in which one of them differs from the first.</returns>
    public static IEnumerable<Problem> Differences(IReadOnlyList<ExperimentOptions> experiments) =>
        from other in experiments.Index().Skip(1)
        from key in Keys
        let values = (First: key.Value(experiments[0]), Other: key.Value(other.Item))
        where !Equals(values.First, values.Other)
        select new Problem("CBS0314", key.Key, $"{Shown(values.Other)} in experiment {other.Index + 1}, "
            + $"{Shown(values.First)} in the first: experiments that train together share it");

    private static string Kind(RuleOptions rule) =>
        OptionNames.Value(rule.GetType().Name.Replace("Options", "", StringComparison.Ordinal));

    private static string Shown(object? value) => value switch
    {
        null => "not given",
        Enum word => OptionNames.Value(word.ToString()),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
