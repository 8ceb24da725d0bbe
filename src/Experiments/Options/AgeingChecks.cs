using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>Whether arrays that are to be read later have anything to show then.</summary>
internal static class AgeingChecks
{
    public static IEnumerable<Problem> Check(ExperimentOptions experiment)
    {
        if (experiment.Ages) yield break;
        var ageing = experiment.Device.Any(device => device.Variation is { Ages: true });
        if (ageing && experiment.Rule.WeightsAreState)
            yield return new Problem("CBS0341", "rule",
                "the devices age, but the weights of this rule are not theirs: their drift, retention and rtn have no effect; "
                + "`crossbarsim transfer` programs trained weights onto devices", Severity.Warning);
        if (experiment.Training.ReadAfter is not null)
            yield return new Problem("CBS0342", "training.read_after", ageing
                ? "there is nothing to read later: the weights of this rule are not those of the devices"
                : "there is nothing to read later: no device has drift, retention or rtn under variation");
    }
}
