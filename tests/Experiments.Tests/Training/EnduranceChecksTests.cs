using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

public sealed class EnduranceChecksTests
{
    private const int Samples = 1000;

    // Mini-batches of 16: 63 an epoch.
    public static TheoryData<string, RuleOptions, int> Rules => new()
    {
        { "epoch-sign", new EpochSignOptions(), 1 },
        { "batch-sign", new BatchSignOptions(), 63 },
        { "accumulate", new AccumulateOptions { MaxPulses = 3 }, 189 },
        { "stochastic", new StochasticOptions { Length = 5 }, 5000 },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Fewer_pulses_than_an_epoch_may_ask_for_are_a_warning(string _, RuleOptions rule, int most)
    {
        Assert.Empty(Check(rule, most));
        if (most == 1) return;
        var problem = Assert.Single(Check(rule, most - 1));
        Assert.Equal(("CBS0244", "device.variation.endurance", Severity.Warning),
            (problem.Code, problem.Path, problem.Severity));
    }

    [Fact]
    public void Float_rules_fire_none() => Assert.Empty(Check(new SgdOptions(), 1));

    private static IEnumerable<Problem> Check(RuleOptions rule, double pulses)
    {
        var device = SmallDevices.Linear().Varied(_ => new VariationOptions
        {
            Endurance = new EnduranceOptions { Pulses = pulses },
        });
        var experiment = new ExperimentOptions
        {
            Dataset = new DatasetOptions { Name = "digits", TrainSamples = Samples },
            Network = new NetworkOptions { Layers = [784, 10] },
            Device = [device],
            Rule = rule,
            Training = new TrainingOptions { Batch = 16 },
        };
        return experiment.Check();
    }
}
