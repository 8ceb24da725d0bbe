using System.Diagnostics;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Accelerators;

public sealed class OpenCLGoldenTests(OpenCLFixture fixture)
    : AcceleratorGoldenTests(fixture), IClassFixture<OpenCLFixture>;

public sealed class CudaGoldenTests(CudaFixture fixture)
    : AcceleratorGoldenTests(fixture), IClassFixture<CudaFixture>;

public abstract class AcceleratorGoldenTests(AcceleratorFixture fixture)
{
    // The golden run is float64. Of its 101,632 weights some 70 moved by less than float32 resolves, and NumPy's
    // float32 disagrees on 66 of them in the linear case (seed.md, section G); none moves the other way.
    private const int MostDifferent = 80;

    [Theory]
    [InlineData("corrected_linear", double.PositiveInfinity)]
    [InlineData("corrected_LTP0.8", 0.8)]
    public void The_original_programs_epoch_gives_its_counters(string name, double a)
    {
        Mnist.SkipWhereAbsent();
        var plan = GoldenEpoch.Plan(Device(a), 256);
        using var engine = fixture.Backend.CreateEngine(plan);
        engine.WriteState(GoldenEpoch.State(plan));
        engine.Descend([.. Enumerable.Range(0, 256)], 32, new Sgd(0.01f));
        engine.FireSigns(default);
        var differences = engine.ReadState()
            .SelectMany((layer, l) => layer.Pulses.Zip(GoldenEpoch.After(name, l), (here, golden) => Math.Abs(here - golden)))
            .ToList();
        Assert.Equal(101_632, differences.Count);
        Assert.InRange(differences.Max(), 0, 1);
        Assert.InRange(differences.Count(difference => difference > 0), 0, MostDifferent);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {differences.Sum()} of 101,632 counters differ, each by 1");
    }

    [Fact(Explicit = true)]
    public void An_epoch_of_mnist_takes()
    {
        Mnist.SkipWhereAbsent();
        var plan = GoldenEpoch.Plan(Device(double.PositiveInfinity), 60_000);
        using var engine = fixture.Backend.CreateEngine(plan);
        engine.WriteState(GoldenEpoch.State(plan));
        int[] order = [.. Enumerable.Range(0, 60_000)];
        for (var run = 0; run < 3; run++)
        {
            var clock = Stopwatch.StartNew();
            engine.Descend(order, 32, new Sgd(0.01f));
            var descend = clock.Elapsed;
            engine.FireSigns(default);
            var fire = clock.Elapsed - descend;
            var evaluation = engine.Evaluate(Core.Backends.SampleChoice.Training);
            var evaluate = clock.Elapsed - descend - fire;
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"descend {descend.TotalSeconds:F3} s, fire {fire.TotalSeconds:F4} s, evaluate {evaluate.TotalSeconds:F3} s, accuracy {evaluation.Accuracy:F4}");
        }
    }

    private static ExponentialDeviceOptions Device(double a) =>
        new() { Gmin = 1e-6, Gmax = 50e-6, Pulses = 100, Potentiation = new ExponentialBranchOptions { A = a } };
}
