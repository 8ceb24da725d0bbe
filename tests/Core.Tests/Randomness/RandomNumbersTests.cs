using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Randomness;

public sealed class RandomNumbersTests
{
    private const int Draws = 100_000;

    private static readonly RandomNumbers Stream = new(20240517, StreamKind.InitialState, 1);

    [Fact]
    public void Uniform_numbers_fill_every_hundredth_alike()
    {
        var counts = new int[100];
        for (var device = 0u; device < Draws; device++) counts[(int)(Stream.Uniform(device) * 100)]++;
        AssertUniform(counts);
    }

    [Fact]
    public void Uniform_numbers_stay_in_the_half_open_unit_interval_and_use_their_low_bits()
    {
        var values = Enumerable.Range(0, Draws).Select(device => Stream.Uniform((uint)device)).ToList();
        Assert.All(values, value => Assert.InRange(value, 0, Math.BitDecrement(1.0)));
        Assert.Equal(Draws, values.Distinct().Count());

        // 53 bits: scaled to integers, half of them are odd (five sigma of a fair coin).
        var odd = values.Count(value => (long)(value * (1L << 53)) % 2 == 1);
        Assert.InRange(Math.Abs(odd - Draws / 2), 0, 5 * Math.Sqrt(Draws / 4.0));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(3)]
    [InlineData(64)]
    public void Every_value_below_the_count_is_as_likely(int count)
    {
        var counts = new int[count];
        for (var device = 0u; device < Draws; device++) counts[Stream.Below(count, device)]++;
        AssertUniform(counts);
    }

    [Fact]
    public void Below_reaches_both_ends_of_a_large_range_and_only_zero_of_one()
    {
        var values = Enumerable.Range(0, Draws).Select(device => Stream.Below(int.MaxValue, (uint)device)).ToList();
        Assert.InRange(values.Min(), 0, int.MaxValue / 1_000);
        Assert.InRange(values.Max(), int.MaxValue - int.MaxValue / 1_000, int.MaxValue - 1);
        Assert.All(Enumerable.Range(0, 100), device => Assert.Equal(0, Stream.Below(1, (uint)device)));
    }

    [Fact]
    public void A_number_does_not_depend_on_what_was_drawn_before()
    {
        var forward = Enumerable.Range(0, 100).Select(device => Stream.Words((uint)device)).ToList();
        var backward = Enumerable.Range(0, 100).Reverse().Select(device => Stream.Words((uint)device)).Reverse();
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void Every_coordinate_opens_numbers_of_its_own()
    {
        var blocks = new List<Philox.Block>();
        foreach (var seed in new ulong[] { 0, 1, 1UL << 32, ulong.MaxValue })
            foreach (var kind in Enum.GetValues<StreamKind>())
                foreach (var layer in new[] { 0, 1, 255 })
                    foreach (var device in new uint[] { 0, 1, uint.MaxValue })
                        foreach (var step in new uint[] { 0, 1, uint.MaxValue })
                            foreach (var draw in new uint[] { 0, 1, 65_535 })
                                blocks.Add(new RandomNumbers(seed, kind, layer).Words(device, step, draw));
        Assert.Equal(blocks.Count, blocks.Distinct().Count());
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("stream")]
    [InlineData("layer")]
    [InlineData("device")]
    [InlineData("step")]
    [InlineData("draw")]
    public void Neighbours_along_every_coordinate_are_uncorrelated(string coordinate)
    {
        var sum = 0.0;
        for (var device = 0u; device < Draws; device++)
            sum += (Stream.Uniform(device, 3, 5) - 0.5) * (Neighbour(coordinate, device) - 0.5);

        // The product of two independent uniform numbers about 0 has variance 1/144.
        Assert.InRange(Math.Abs(sum), 0, 5 * Math.Sqrt(Draws / 144.0));
    }

    private static double Neighbour(string coordinate, uint device) => coordinate switch
    {
        "seed" => (Stream with { Seed = Stream.Seed + 1 }).Uniform(device, 3, 5),
        "stream" => (Stream with { Kind = StreamKind.SampleOrder }).Uniform(device, 3, 5),
        "layer" => (Stream with { Layer = Stream.Layer + 1 }).Uniform(device, 3, 5),
        "device" => Stream.Uniform(device + 1, 3, 5),
        "step" => Stream.Uniform(device, 4, 5),
        _ => Stream.Uniform(device, 3, 6),
    };

    // Chi-square of k cells has mean k - 1 and variance 2 (k - 1): five standard deviations either way.
    private static void AssertUniform(int[] counts)
    {
        var expected = (double)Draws / counts.Length;
        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        var freedom = counts.Length - 1;
        Near.Equal(freedom, chiSquare, 5 * Math.Sqrt(2.0 * freedom), $"chi-square of {counts.Length} cells");
    }
}
