using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Tests.Randomness;

public sealed class NormalDistributionTests
{
    // Roots of the normal integral in 50-digit arithmetic of the double argument (mpmath 1.3).
    [Theory]
    [InlineData(1e-300, -37.047096299361199237)]
    [InlineData(1e-16, -8.2220822161304356152)]
    [InlineData(1e-10, -6.3613409024040561991)]
    [InlineData(0.001, -3.0902323061678135354)]
    [InlineData(0.05, -1.644853626951472688)]
    [InlineData(0.075, -1.4395314709384559349)]
    [InlineData(0.0751, -1.4388253927525399824)]
    [InlineData(0.25, -0.6744897501960817432)]
    [InlineData(0.4, -0.25334710313579974132)]
    [InlineData(0.75, 0.6744897501960817432)]
    [InlineData(0.975, 1.9599639845400538556)]
    [InlineData(0.999999, 4.7534243088170877657)]
    public void Quantiles_are_those_of_fifty_digits(double probability, double expected) =>
        Assert.Equal(1, NormalDistribution.Quantile(probability) / expected, 1e-15);

    [Fact]
    public void The_median_is_zero_and_the_sides_are_equal()
    {
        Assert.Equal(0, NormalDistribution.Quantile(0.5));
        foreach (var p in new[] { 0.25, 0.0625, 0.0009765625 })
            Assert.Equal(-NormalDistribution.Quantile(p), NormalDistribution.Quantile(1 - p));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(-1.9599639845400538556)]
    [InlineData(0)]
    [InlineData(2)]
    public void Probabilities_lead_back_to_their_deviates(double deviate) =>
        Assert.Equal(deviate, NormalDistribution.Quantile(NormalDistribution.Probability(deviate)), 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Only_probabilities_have_quantiles(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(p));

    [Fact]
    public void Deviates_have_the_moments_of_the_distribution()
    {
        const int Count = 100_000;
        var stream = new RandomNumbers(99, StreamKind.InitialState);
        double[] deviates = [.. Enumerable.Range(0, Count).Select(k => stream.Normal((uint)k))];
        double Mean(int power) => deviates.Average(x => Math.Pow(x, power));

        // Five standard errors: of x^n it is sqrt((E x^2n - (E x^n)^2) / count).
        Assert.InRange(Mean(1), -5 * Math.Sqrt(1.0 / Count), 5 * Math.Sqrt(1.0 / Count));
        Assert.InRange(Mean(2), 1 - 5 * Math.Sqrt(2.0 / Count), 1 + 5 * Math.Sqrt(2.0 / Count));
        Assert.InRange(Mean(3), -5 * Math.Sqrt(15.0 / Count), 5 * Math.Sqrt(15.0 / Count));
        Assert.InRange(Mean(4), 3 - 5 * Math.Sqrt(96.0 / Count), 3 + 5 * Math.Sqrt(96.0 / Count));
    }
}
