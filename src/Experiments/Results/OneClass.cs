using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Results;

/// <summary>Tells a network that gives every sample the same class, whose accuracy is the share of that class.</summary>
public static class OneClass
{
    // Of the pulses that were asked for.
    private const double Many = 0.5;

    // Of wmax: the original's shift that ruins a run is 0.2.
    private const double Shifted = 0.05;

    /// <summary>A warning that says what likely happened.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="rows">Its epochs, at least one.</param>
    /// <param name="confusion">How the test samples were classified; null: there are none.</param>
    /// <returns>Null where the network gives several classes, or where only one is there.</returns>
    public static Problem? Warning(ExperimentOptions experiment, IReadOnlyList<EpochRow> rows, ConfusionMatrix? confusion)
    {
        if (confusion?.OnlyPrediction is not { } only || confusion.Support(only) == confusion.Total) return null;
        var share = 100.0 * confusion.Support(only) / confusion.Total;
        return new Problem("CBS1501", "", string.Create(CultureInfo.InvariantCulture,
            $"the network gives every test sample class {only}: its accuracy ({share:F1} %) "
            + $"is the share of that class, not learning. {Cause(experiment, rows)}"), Severity.Warning);
    }

    private static string Cause(ExperimentOptions experiment, IReadOnlyList<EpochRow> rows)
    {
        var pulses = rows.Aggregate(default(PulseTotals), (sum, row) => sum + row.Pulses);
        if (rows[^1].TrainLoss is { } loss && !double.IsFinite(loss))
            return "The loss is no number any more: lower learning_rate or mapping.wmax";
        if (!experiment.Rule.IsFloat && pulses.Requested == 0)
            return "No pulse was asked for: gradients are below the rule's threshold, or never sum up to the step of a pulse";
        if (pulses.Requested > 0 && pulses.Refused > Many * pulses.Requested)
            return string.Create(CultureInfo.InvariantCulture,
                $"{100.0 * pulses.Refused / pulses.Requested:F0} % of the pulses were refused: devices stand at the ends of "
                + $"their windows; fire fewer (learning_rate, threshold) or raise mapping.wmax");
        return Shift(experiment) is { } shift
            ? string.Create(CultureInfo.InvariantCulture,
                $"With mapping offset the mean weight over this device's states is {shift:0.##}, not 0, which kills hidden "
                + $"units: try mapping.kind reference or differential")
            : "Likely the weights move too far at once: lower learning_rate or mapping.wmax, take devices with more pulses or "
                + "less noise, or start narrower (initial)";
    }

    private static double? Shift(ExperimentOptions experiment)
    {
        if (experiment.Mapping.Kind != MappingKind.Offset || experiment.Rule.IsFloat) return null;
        var shifts = experiment.Device.Select((device, layer) =>
            experiment.Mapping.WmaxOf(layer) * MeanWeight(device.CreateLaw())).ToList();
        return shifts.Max(Math.Abs) > Shifted ? shifts.MaxBy(Math.Abs) : null;
    }

    private static double MeanWeight(ConductanceLaw law) =>
        law.Potentiation.Fractions().Average() + law.Depression.Fractions().Average() - 1;
}
