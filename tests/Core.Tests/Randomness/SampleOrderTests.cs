using CrossbarSim.Core.Randomness;
using CsCheck;

namespace CrossbarSim.Core.Tests.Randomness;

public sealed class SampleOrderTests
{
    [Fact]
    public void Every_order_visits_every_sample_once() =>
        Gen.Select(Gen.Int[0, 2_000], Gen.ULong, Gen.Int[1, 10_000]).Sample((count, seed, epoch) =>
        {
            var order = SampleOrder.ForEpoch(count, seed, epoch, shuffle: true);
            Assert.Equal(Enumerable.Range(0, count), order.Order());
        });

    [Fact]
    public void The_order_is_a_function_of_its_seed_and_the_epoch_alone()
    {
        var first = SampleOrder.ForEpoch(1_000, 7, 3, shuffle: true);
        _ = SampleOrder.ForEpoch(1_000, 8, 2, shuffle: true);
        Assert.Equal(first, SampleOrder.ForEpoch(1_000, 7, 3, shuffle: true));
    }

    [Theory]
    [InlineData(8UL, 3)]
    [InlineData(7UL, 4)]
    [InlineData(3UL, 7)]
    public void Another_seed_or_epoch_gives_another_order(ulong seed, int epoch)
    {
        var first = SampleOrder.ForEpoch(1_000, 7, 3, shuffle: true);
        var other = SampleOrder.ForEpoch(1_000, seed, epoch, shuffle: true);

        // Two independent permutations agree at one place on average (Poisson): more than 12 never happens.
        Assert.InRange(first.Zip(other).Count(pair => pair.First == pair.Second), 0, 12);
    }

    [Fact]
    public void Without_shuffling_the_order_is_that_of_the_file() =>
        Assert.Equal(Enumerable.Range(0, 100), SampleOrder.ForEpoch(100, 7, 3, shuffle: false));

    [Fact]
    public void Every_sample_is_as_likely_in_every_place()
    {
        const int Count = 6;
        const int Epochs = 12_000;
        var places = new int[Count * Count];
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var order = SampleOrder.ForEpoch(Count, 1, epoch, shuffle: true);
            for (var place = 0; place < Count; place++) places[place * Count + order[place]]++;
        }

        // Binomial with p = 1/6: five standard deviations.
        const double Expected = (double)Epochs / Count;
        var bound = 5 * Math.Sqrt(Expected * (1 - 1.0 / Count));
        Assert.All(places, count => Assert.InRange(count, Expected - bound, Expected + bound));
    }
}
