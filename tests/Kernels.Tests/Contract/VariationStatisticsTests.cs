using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Tests.Accelerators;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Contract;

public sealed class CpuVariationStatisticsTests(CpuFixture fixture)
    : VariationStatisticsTests(fixture), IClassFixture<CpuFixture>;

public sealed class ReferenceVariationStatisticsTests(ReferenceFixture fixture)
    : VariationStatisticsTests(fixture), IClassFixture<ReferenceFixture>;

[Collection("OpenCL")]
public sealed class OpenCLVariationStatisticsTests(OpenCLFixture fixture) : VariationStatisticsTests(fixture);

[Collection("Cuda")]
public sealed class CudaVariationStatisticsTests(CudaFixture fixture) : VariationStatisticsTests(fixture);

/// <summary>Noise of writing and of reading a million devices, as it comes out of an engine.</summary>
public abstract class VariationStatisticsTests(BackendFixture fixture)
{
    private const int Side = 1000;
    private const double Sigma = 0.1;

    [Fact]
    public void What_is_seen_after_a_pulse_is_normal_about_the_state_and_new_with_every_pulse()
    {
        using var engine = Engine([Side, Side], new VariationOptions { Write = new WriteNoiseOptions { Sigma = Sigma } });
        var (first, second) = (Seen(engine, pulses: 6), Seen(engine, pulses: 7));
        Judge(first, "write noise");
        Statistics.Uncorrelated(0, 1, first, second, "successive pulses");
    }

    [Fact]
    public void A_sum_is_read_with_the_noise_of_all_its_devices()
    {
        const int Inputs = 16, Outputs = 128;
        using var engine = Engine([Inputs, Outputs], new VariationOptions { Read = new ReadNoiseOptions { Sigma = Sigma } });
        engine.WriteState(0, [Middle(Inputs * Outputs, 0)]);
        var probabilities = engine.Probabilities(0, SampleChoice.Training);
        List<double> deviates = [];
        for (var sample = 0; sample < engine.Plan.Training.Count; sample++)
        {
            // All weights are 0, so that the logits are the noise; the softmax leaves their differences.
            var squares = Squares(engine.Plan.Training.Input(sample));
            if (squares == 0) continue;
            var deviation = 2 * Sigma * Math.Sqrt(2 * squares);
            for (var pair = 0; pair < Outputs; pair += 2)
            {
                var (one, other) = (probabilities[sample * Outputs + pair], probabilities[sample * Outputs + pair + 1]);
                deviates.Add(Math.Log((double)one / other) / deviation);
            }
        }

        Judge([.. deviates], "read noise");
    }

    private static double Squares(ReadOnlySpan<byte> input)
    {
        var sum = 0.0;
        foreach (var level in input) sum += level * level / (255.0 * 255);
        return sum;
    }

    private static void Judge(double[] deviates, string what)
    {
        Assert.True(deviates.Length >= 500_000);
        Statistics.Mean(0, 1, deviates, what);
        Statistics.NormalVariance(0, 1, deviates, what);
        Statistics.Uncorrelated(0, 1, deviates[1..], deviates, $"{what} of neighbours");
    }

    // Linear devices of 20 pulses at P = 10, whose weight is 0, after so many pulses.
    private static LayerState Middle(int devices, int pulses) => new(devices)
    {
        Pulses = [.. Enumerable.Repeat(10, devices)],
        PotentiationPulses = [.. Enumerable.Repeat(pulses, devices)],
    };

    private static double[] Seen(IEngine engine, int pulses)
    {
        engine.WriteState(0, [Middle(Side * Side, pulses)]);
        return [.. engine.ReadState(0)[0].Weights!.Select(weight => weight / (2 * Sigma))];
    }

    private IEngine Engine(int[] sizes, VariationOptions variation)
    {
        var network = NetworkShape.Dense(sizes, Activation.Relu, bias: false);
        var replica = SmallProblems.Replica(network, SmallDevices.Linear().Varied(_ => variation), new MappingOptions());
        var samples = sizes[0] == Side ? 1 : 8192;
        return fixture.Backend.CreateEngine(new EnginePlan(
            network, [replica], SmallProblems.Samples(samples, sizes[0], Math.Min(sizes[1], 256), 1),
            SmallProblems.Samples(0, sizes[0], Math.Min(sizes[1], 256), 2), 16));
    }
}
