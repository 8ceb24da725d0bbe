using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Tests.Options;

public sealed class ProblemTests
{
    private static readonly Problem Gmax = new("CBS0201", "gmax", "is not above gmin");

    [Fact]
    public void A_problem_seen_from_above_has_a_longer_path()
    {
        Assert.Equal("device.1.gmax", Gmax.Under("1").Under("device").Path);
        Assert.Equal("device", (Gmax with { Path = "" }).Under("device").Path);
    }

    [Fact]
    public void An_exception_tells_every_problem()
    {
        var exception = new ConfigurationException([Gmax, Gmax with { Code = "CBS0202", Path = "a" }]);
        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains("CBS0201: gmax: is not above gmin", exception.Message, StringComparison.Ordinal);
        Assert.Contains("CBS0202: a: is not above gmin", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Gmax, Assert.Single(new ConfigurationException(Gmax).Problems));
    }
}
