using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Tests.Results;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

/// <summary>What a run comes to does not depend on who trains beside it.</summary>
public sealed class ReplicaTests
{
    [Theory]
    [MemberData(nameof(EveryRule.Names), MemberType = typeof(EveryRule))]
    public void A_run_gives_the_same_bytes_alone_and_in_any_group(string name)
    {
        using var folder = new TemporaryFolder();
        var experiments = Variants(EveryRule.Of(name));
        var alone = experiments.Select(e => SmallRuns.Train(e)[0]).ToList();
        var numbers = new RandomNumbers(11, StreamKind.Fuzz);
        for (uint trial = 0; trial < 3; trial++)
        {
            var members = Grouping(numbers, trial, experiments.Length);
            var together = SmallRuns.Train([.. members.Select(m => experiments[m])]);
            foreach (var (place, member) in members.Index())
            {
                Assert.Equal(alone[member].Rows, together[place].Rows);
                Assert.Equal(
                    SmallRuns.StateBytes(experiments[member], alone[member], folder["alone.h5"]),
                    SmallRuns.StateBytes(experiments[member], together[place], folder["together.h5"]));
            }
        }
    }

    [Fact]
    public void Seeds_differ_in_a_group()
    {
        var rule = new AccumulateOptions();
        var runs = SmallRuns.Train(SmallRuns.Experiment(rule, seed: 1), SmallRuns.Experiment(rule, seed: 2));
        Assert.NotEqual(runs[0].Rows[^1], runs[1].Rows[^1]);
    }

    [Fact]
    public void Experiments_that_cannot_train_together_are_told_every_difference()
    {
        var first = SmallRuns.Experiment(new AccumulateOptions());
        var other = SmallRuns.Experiment(new StochasticOptions()) with
        {
            Dataset = new DatasetOptions { Name = "small", OrderSeed = 7 },
            Mapping = new MappingOptions { Kind = MappingKind.Differential, Pair = PairUpdate.One },
            Training = new TrainingOptions { Epochs = 9, Batch = 8 },
        };

        var thrown = Assert.Throws<ConfigurationException>(() => SmallRuns.Setup(first, first, other));

        Assert.All(thrown.Problems, problem => Assert.Equal("CBS0314", problem.Code));
        Assert.Equal(["dataset.order_seed", "mapping.kind", "mapping.pair", "rule.kind", "training.epochs"],
            thrown.Problems.Select(problem => problem.Path));
        Assert.Equal("stochastic in experiment 3, accumulate in the first: experiments that train together share it",
            thrown.Problems[3].Message);
    }

    // Seeds, devices, weights and rates are each replica's own.
    private static ExperimentOptions[] Variants(ExperimentOptions experiment) =>
    [
        experiment,
        experiment with { Seed = 99 },
        experiment with { Mapping = experiment.Mapping with { Wmax = [0.4] } },
        experiment with { Device = [SmallDevices.Linear(17)] },
        experiment with { Rule = Slower(experiment.Rule) },
    ];

    private static RuleOptions Slower(RuleOptions rule) => rule is LearningOptions learning
        ? learning with { LearningRate = learning.LearningRate / 3 }
        : ((BatchSignOptions)rule) with { Threshold = new ThresholdOptions { Absolute = 0.01 } };

    private static int[] Grouping(RandomNumbers numbers, uint trial, int experiments) =>
        [.. Enumerable.Range(0, 2 + numbers.Below(3, trial)).Select(k => numbers.Below(experiments, trial, (uint)k + 1))];
}
