using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;
using CrossbarSim.Kernels.Tests.Contract;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Devices;

public sealed class NormalDeviatesTests
{
    private static readonly ArrayTable<float> Coefficients = new(NormalDeviates.Coefficients);

    [Fact]
    public void Every_octave_is_within_a_millionth_of_the_quantile()
    {
        for (var octave = 0; octave < NormalDeviates.Octaves; octave++)
            for (var part = 0; part < 5000; part++)
            {
                var k = (1UL << octave) + (((ulong)part << octave) / 5000);
                foreach (var word in new[] { (uint)(2 * k), (uint)(2 * k + 1) }) AssertNear(word);
            }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 1)]
    [InlineData(uint.MaxValue - 255)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0x80000000u)]
    public void The_ends_are_those_of_the_reference(uint word) => AssertNear(word);

    [Fact]
    public void A_million_words_have_mean_0_and_variance_1()
    {
        var numbers = new RandomNumbers(5, StreamKind.CycleNoise);
        double[] deviates = [.. Enumerable.Range(0, 1_000_000).Select(k =>
            (double)NormalDeviates.OfPulse(numbers, k >> 4, k & 15, Coefficients))];
        Statistics.Mean(0, 1, deviates, "deviates");
        Statistics.NormalVariance(0, 1, deviates, "deviates");
        Statistics.Mean(3, Math.Sqrt(96), [.. deviates.Select(d => d * d * d * d)], "fourth powers");
        Statistics.Uncorrelated(0, 1, deviates, [.. deviates.Skip(1), deviates[0]], "neighbours");
    }

    [Fact]
    public void The_deviate_of_a_pulse_is_that_of_its_word()
    {
        var numbers = new RandomNumbers(9, StreamKind.CycleNoise, 2);
        for (var pulse = 0; pulse < 12; pulse++)
        {
            var block = numbers.Words(77, (uint)pulse / 4);
            var word = new[] { block.W0, block.W1, block.W2, block.W3 }[pulse % 4];
            Assert.Equal(NormalDeviates.FromWord(word, Coefficients), NormalDeviates.OfPulse(numbers, 77, pulse, Coefficients));
        }
    }

    private static void AssertNear(uint word) =>
        Assert.Equal(NormalDeviate.FromWord(word), NormalDeviates.FromWord(word, Coefficients), 1e-6);
}
