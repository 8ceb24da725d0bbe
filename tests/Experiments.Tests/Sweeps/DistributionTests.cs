using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Experiments.Tests.Sweeps;

public sealed class DistributionTests
{
    [Theory]
    [InlineData("1 uS", "5 uS", 0.5, "3 uS")]
    [InlineData("1 uS", "0.001 mS", 0.5, null)]
    [InlineData("100 nS", "1.9 uS", 0.5, "1e-06 S")]
    [InlineData("-1", "1", 0.25, "-0.5")]
    public void Values_lie_between_the_ends_in_their_unit(string low, string high, double u, string? expected)
    {
        var options = new DistributionOptions { Uniform = Pair(low, high) };
        Assert.Equal(expected is null, Distribution.Problem(options) is not null);
        if (expected is not null) Assert.Equal(expected, new Distribution(options).At(u));
    }

    [Fact]
    public void A_logarithm_is_uniform_and_a_normal_deviate_has_its_quantiles()
    {
        Assert.Equal("10", new Distribution(new DistributionOptions { LogUniform = Pair("1", "100") }).At(0.5));
        Assert.Equal("5", new Distribution(new DistributionOptions { Normal = Pair("5", "2") }).At(0.5));
        Assert.Equal("6.99999999", new Distribution(new DistributionOptions { Normal = Pair("5", "2") }).At(0.841344745));
    }

    [Fact]
    public void Whole_numbers_are_each_as_likely_also_at_the_ends()
    {
        var whole = new Distribution(new DistributionOptions { Uniform = Pair("1", "4"), Whole = true });
        Assert.Equal(["1", "1", "2", "2", "3", "3", "4", "4"],
            Enumerable.Range(0, 8).Select(i => whole.At((i + 0.5) / 8)));
    }

    [Theory]
    [InlineData("1", "1 uS")]
    [InlineData("2", "1")]
    [InlineData("a", "b")]
    public void Ends_that_are_no_range_are_a_problem(string low, string high) =>
        Assert.Equal("CBS1105", Assert.Single(new DistributionOptions { Uniform = Pair(low, high) }.Check()).Code);

    [Fact]
    public void A_latin_hypercube_has_one_value_in_each_part()
    {
        var samples = UnitSamples.LatinHypercube(seed: 1, axis: 0, samples: 100);
        Assert.Equal(Enumerable.Range(0, 100), Enumerable.Range(0, 100).Select(i => (int)(100 * samples.At(i))).Order());
    }

    [Fact]
    public void Random_values_do_not_depend_on_how_many_there_are()
    {
        var (one, other) = (UnitSamples.Random(1, 0), UnitSamples.Random(1, 1));
        Assert.Equal(one.At(5), UnitSamples.Random(1, 0).At(5));
        Assert.NotEqual(one.At(5), other.At(5));
        Assert.InRange(Enumerable.Range(0, 10_000).Average(one.At), 0.49, 0.51);
    }

    private static AnyValue[] Pair(string low, string high) => [new(low), new(high)];
}
