using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Randomness;

public sealed class NormalDeviateTests
{
    private const int Draws = 1_000_000;

    // Roots of the normal integral in 50-digit arithmetic (mpmath 1.3).
    [Theory]
    [InlineData(2u, -6.2302601379890432)]
    [InlineData(0x8000_0000u, -0.6744897501960817)]
    [InlineData(0xFFFF_FF00u, -7.4703343946665610e-8)]
    public void A_word_without_its_low_bit_is_a_probability_below_one_half(uint word, double expected)
    {
        Near.Equal(1, NormalDeviate.FromWord(word) / expected, 1e-15, "even");
        Assert.Equal(-NormalDeviate.FromWord(word), NormalDeviate.FromWord(word | 1));
    }

    [Theory]
    [InlineData(0u, 2u)]
    [InlineData(1u, 3u)]
    [InlineData(0xFFFF_FFFFu, 0xFFFF_FF01u)]
    [InlineData(0xFFFF_FFFEu, 0xFFFF_FF00u)]
    public void Words_at_the_ends_count_as_the_last_ones_that_a_float_can_tell_from_zero_and_one_half(uint word, uint last) =>
        Assert.Equal(NormalDeviate.FromWord(last), NormalDeviate.FromWord(word));

    [Fact]
    public void Deviates_rise_with_the_probability_and_never_reach_zero()
    {
        var before = double.NegativeInfinity;
        foreach (var word in Enumerable.Range(0, 4096).Select(step => (uint)step << 20))
        {
            Assert.InRange(NormalDeviate.FromWord(word), before, -1e-9);
            before = NormalDeviate.FromWord(word);
        }
    }

    [Fact]
    public void A_million_deviates_have_the_moments_of_the_distribution()
    {
        var stream = new RandomNumbers(77, StreamKind.CycleNoise, 3);
        double[] deviates = [.. Enumerable.Range(0, Draws / 4).SelectMany(k => Four(stream.Words((uint)k)))];
        double Moment(int power) => deviates.Average(x => Math.Pow(x, power));

        // The standard error of x^n is sqrt((E x^2n - (E x^n)^2) / count).
        Statistics.Within(0, Moment(1), Math.Sqrt(1.0 / Draws), "mean");
        Statistics.Within(1, Moment(2), Math.Sqrt(2.0 / Draws), "second moment");
        Statistics.Within(0, Moment(3), Math.Sqrt(15.0 / Draws), "third moment");
        Statistics.Within(3, Moment(4), Math.Sqrt(96.0 / Draws), "fourth moment");
        Statistics.Uncorrelated(0, 1, deviates[1..], deviates, "neighbours");
    }

    private static double[] Four(Philox.Block words) =>
        [.. Enumerable.Range(0, 4).Select(word => NormalDeviate.FromWord(words[word]))];
}
