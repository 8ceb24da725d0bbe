using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>From options to the rule they describe.</summary>
public static class UpdateRules
{
    /// <summary>Creates the rule.</summary>
    /// <param name="options">Its options.</param>
    public static IUpdateRule Create(RuleOptions options) => options switch
    {
        EpochSignOptions epochSign => new EpochSignRule(epochSign),
        SgdOptions sgd => new FloatRule(new Sgd(sgd.LearningRate)),
        AdamOptions adam => new FloatRule(adam.ToOptimizer()),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options, "no such rule"),
    };
}
