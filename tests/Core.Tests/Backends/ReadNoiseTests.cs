using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Noise of reading devices, against the reads of single devices that it stands for.</summary>
public sealed class ReadNoiseTests
{
    private const int Reads = 1_000_000;
    private const double Sigma = 0.02;

    private static readonly double[] Inputs = [1, 0.5, 0, 0.25];

    [Theory]
    [InlineData(MappingKind.Offset, 1)]
    [InlineData(MappingKind.Differential, 2)]
    public void The_deviation_of_a_sum_is_that_of_the_reads_of_its_devices(MappingKind kind, int devices)
    {
        var mapping = Mapping(kind);
        var noise = new ReferenceReadNoise(mapping, 1, 0);

        // Each device of each line: sigma windows, which are scale weights, times its input.
        var deviation = Math.Sqrt(Inputs.Sum(x => devices * Math.Pow(mapping.Scale * Sigma * x, 2)));
        double[] sums = [.. Enumerable.Range(0, Reads).Select(n => noise.Of(Inputs, 3, StreamKind.ReadNoise, (uint)n))];
        Statistics.Mean(0, deviation, sums, "a bit line");
        Statistics.NormalVariance(0, deviation, sums, "a bit line");
        Statistics.Uncorrelated(0, deviation, sums[1..], sums, "successive reads");
    }

    [Fact]
    public void Bit_lines_layers_and_purposes_know_nothing_of_one_another()
    {
        var mapping = Mapping(MappingKind.Offset);
        double[] Draw(int layer, int output, StreamKind kind, ulong seed = 1)
        {
            var noise = new ReferenceReadNoise(mapping, seed, layer);
            return [.. Enumerable.Range(0, Reads / 8).Select(n => noise.Of([1], output, kind, (uint)n) / mapping.ReadDeviation)];
        }

        double[][] all =
        [
            Draw(0, 0, StreamKind.ReadNoise), Draw(0, 1, StreamKind.ReadNoise), Draw(1, 0, StreamKind.ReadNoise),
            Draw(0, 0, StreamKind.EvaluationNoise), Draw(0, 0, StreamKind.CycleNoise), Draw(0, 0, StreamKind.ReadNoise, seed: 2),
        ];
        for (var one = 0; one < all.Length; one++)
            for (var other = 0; other < one; other++)
                Statistics.Uncorrelated(0, 1, all[one], all[other], $"{other} and {one}");
    }

    private static WeightMapping Mapping(MappingKind kind) => new(
        SmallDevices.Linear().Varied(_ => new VariationOptions { Read = new ReadNoiseOptions { Sigma = Sigma } }),
        new MappingOptions { Kind = kind, Wmax = [0.8] });
}
