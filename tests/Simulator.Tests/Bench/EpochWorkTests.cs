using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Simulator.Bench;

namespace CrossbarSim.Simulator.Tests.Bench;

/// <summary>What an epoch needs, counted by hand for three samples of a 4-3-2 network in mini-batches of two.</summary>
public sealed class EpochWorkTests
{
    private static readonly NetworkShape Network = NetworkShape.Dense([4, 3, 2], Activation.Relu, bias: false);

    // 2, 1 and 3 inputs that are not zero; the first mini-batch drives lines 0 and 2, the second 0, 1 and 3.
    private static readonly SampleSet Samples = new(
        new byte[] { 9, 0, 9, 0, 0, 0, 5, 0, 1, 1, 0, 1 }, new byte[] { 0, 1, 0 }, 4);

    [Theory]
    [InlineData("sgd", 2 * 6 * 3 + 3 * 3 * 6, 3 * 6 + 4 * (3 * 5 * 3 + 4 * 2 * 6))]
    [InlineData("epoch-sign", 2 * 6 * 3 + 3 * 3 * 6, 3 * 6 + 4 * (3 * 5 * 3 + 4 * 2 * 6))]
    [InlineData("accumulate", 2 * 6 * 3 + 3 * 3 * 6, 3 * 6 + 4 * (3 * 5 * 3 + 4 * 2 * 6))]
    [InlineData("batch-sign", 2 * 6 * 3 + 3 * 3 * 6, 3 * 6 + 4 * (1 * 5 * 3 + 2 * 2 * 6))]
    [InlineData("stochastic", 1 * 6 * 3 + 2 * 3 * 6, 3 * 6 + 4 * (1 * 5 * 3 + 2 * 2 * 6))]
    public void An_epoch_counts_the_inputs_that_are_not_zero(string rule, double multiplyAdds, double bytes)
    {
        var work = EpochWork.OfTraining(
            Network, Samples, [0, 1, 2], 2, BenchedRule.All.Single(benched => benched.Name == rule));

        Assert.Equal(new Work(3 / 60_000.0, multiplyAdds, bytes), work);
    }

    [Fact]
    public void A_forward_pass_counts_them_too() =>
        Assert.Equal(new Work(3, 6 * 3 + 3 * 6, 3 * 6), EpochWork.OfForward(Network, Samples));

    [Fact]
    public void Several_networks_need_as_many_times_the_work() =>
        Assert.Equal(new Work(4, 20, 40), new Work(2, 10, 20) * 2);
}
