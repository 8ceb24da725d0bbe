using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Experiments.Tests.Sweeps;

public sealed class SobolSequenceTests
{
    // As other programs with the direction numbers of Joe and Kuo print them.
    private static readonly double[][] Known =
    [
        [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125],
        [0.625, 0.125, 0.875], [0.125, 0.625, 0.375],
    ];

    [Fact]
    public void The_first_points_are_those_that_are_published() => Assert.Equal(Known,
        Enumerable.Range(0, Known.Length).Select(point => Enumerable.Range(0, 3).Select(d => At(point, d)).ToArray()));

    [Fact]
    public void In_every_dimension_each_of_equal_intervals_gets_one_of_as_many_points()
    {
        for (var dimension = 0; dimension < SobolSequence.Dimensions; dimension++)
            for (var bits = 1; bits <= 12; bits++)
                Assert.Equal(1 << bits, Enumerable.Range(0, 1 << bits)
                    .Select(point => SobolSequence.Bit32((uint)point, dimension) >> (32 - bits)).Distinct().Count());
    }

    // The first two dimensions are a (0, 2)-sequence: every elementary rectangle gets one point.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void The_first_two_dimensions_fill_every_elementary_rectangle(int across) =>
        Assert.Equal(1024, Enumerable.Range(0, 1024)
        .Select(point => (Part(point, 0, across), Part(point, 1, 10 - across))).Distinct().Count());

    [Fact]
    public void A_shift_by_the_seed_keeps_the_points_as_even()
    {
        var samples = UnitSamples.Sobol(seed: 7, axis: 3, dimension: 20);
        Assert.Equal(256, Enumerable.Range(0, 256).Select(point => (int)(256 * samples.At(point))).Distinct().Count());
        Assert.NotEqual(samples.At(0), UnitSamples.Sobol(seed: 8, axis: 3, dimension: 20).At(0));
    }

    private static double At(int point, int dimension) => SobolSequence.Bit32((uint)point, dimension) / 4294967296.0;

    private static ulong Part(int point, int dimension, int bits) =>
        (ulong)SobolSequence.Bit32((uint)point, dimension) >> (32 - bits);
}
