using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Tests.Training;

public sealed class ScheduleTests
{
    [Fact]
    public void A_rate_is_constant_unless_told_otherwise() =>
        Assert.Equal([0.1, 0.1, 0.1], Rates(new AccumulateOptions(), 3));

    [Fact]
    public void Steps_multiply_after_so_many_epochs() => AssertNear([0.8, 0.8, 0.4, 0.4, 0.2],
        Rates(new SgdOptions { LearningRate = 0.8, Schedule = new StepScheduleOptions { Every = 2, Factor = 0.5 } }, 5));

    [Fact]
    public void A_cosine_falls_from_the_rate_towards_its_end() => AssertNear([1, 0.25 + 0.75 * 0.75, 0.25 + 0.75 * 0.25],
        Rates(new SgdOptions { LearningRate = 1, Schedule = new CosineScheduleOptions { Final = 0.25 } }, 3));

    [Fact]
    public void A_cosine_to_zero_still_learns_in_its_last_epoch() =>
        Assert.True(Rates(new AdamOptions { Schedule = new CosineScheduleOptions() }, 1000)[^1] > 0);

    [Fact]
    public void Every_rule_with_a_rate_gives_the_engine_the_rate_of_the_epoch()
    {
        LearningOptions[] rules =
            [new EpochSignOptions(), new AccumulateOptions(), new StochasticOptions(), new SgdOptions(), new AdamOptions()];
        foreach (var rule in rules.Select(r => r with { Schedule = new StepScheduleOptions { Every = 1, Factor = 0.5 } }))
            Assert.Equal(rule.LearningRate / 4, RateOf(rule.At(epoch: 3, epochs: 9)), 1e-15);
    }

    [Fact]
    public void Options_of_a_rule_reach_the_engine()
    {
        Assert.Equal(new BatchSign(0.001), new BatchSignOptions().At(1, 1));
        Assert.Equal(new BatchSign(0, 0.9, 7),
            new BatchSignOptions { Threshold = new ThresholdOptions { Quantile = 0.9 }, QuantileEvery = 7 }.At(1, 1));
        Assert.Equal(new Accumulate(0.1, 3), new AccumulateOptions { MaxPulses = 3 }.At(1, 1));
        Assert.Equal(new Stochastic(0.1, 5, false, false),
            new StochasticOptions { Length = 5, UpdateManagement = false, LengthManagement = false }.At(1, 1));
    }

    private static double RateOf(BatchRule rule) => rule switch
    {
        Optimizer optimizer => optimizer.Rate,
        Accumulate accumulate => accumulate.Rate,
        _ => ((Stochastic)rule).Rate,
    };

    private static double[] Rates(LearningOptions rule, int epochs) =>
        [.. Enumerable.Range(1, epochs).Select(epoch => rule.RateAt(epoch, epochs))];

    private static void AssertNear(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
