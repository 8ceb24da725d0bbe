using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>From options to the rule they describe.</summary>
public static class UpdateRules
{
    /// <summary>Creates the rule of networks that train together.</summary>
    /// <param name="replicas">The experiment of each, at least one; rules of one kind with the same quirks.</param>
    public static IUpdateRule Create(IReadOnlyList<ExperimentOptions> replicas)
    {
        var miniBatches = new MiniBatchRule(replicas);
        return replicas[0].Rule is EpochSignOptions epochSign
            ? new EpochSignRule(miniBatches, epochSign.Quirks)
            : replicas[0].Mapping.Refresh is { } refresh ? new RefreshedRule(replicas, refresh.Every) : miniBatches;
    }
}
