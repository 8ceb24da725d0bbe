using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Bench;
using CrossbarSim.Simulator.Bench.Trials;

namespace CrossbarSim.Simulator.Tests.Bench;

public sealed class TrialTests
{
    private static readonly BenchPoint Two = new(Measurements.Pulses, "", 0, 2, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void A_saturated_update_fires_31_pulses_at_every_device_and_none_is_refused(double sigma)
    {
        using var backend = Recorded();
        using var trial = new SaturatedTrial(backend, sigma, Two);
        trial.WarmUp();
        trial.Prepare();
        trial.Run();

        var array = backend.Engine!.ReadState(1)[0];
        Assert.All(array.PotentiationPulses, pulses => Assert.Equal(20 * 31, pulses));
        Assert.All(array.DepressionPulses, pulses => Assert.Equal(20 * 31, pulses));
        Assert.All(array.RefusedPulses, pulses => Assert.Equal(0, pulses));
        Assert.InRange(trial.Work.Done / (2 * SaturatedTrial.PulsesOfArray), 1, 1.003);
    }

    [Fact]
    public void Every_repeat_of_a_training_is_the_next_epoch_of_the_same()
    {
        var samples = BenchData.Digits(300).Samples;
        using var backend = Recorded();
        var rule = BenchedRule.All.Single(benched => benched.Name == "stochastic");
        using var trial = new TrainingTrial(backend, rule, samples, new(Measurements.Epoch, rule.Name, 32, 2, 1));
        trial.WarmUp();
        trial.Prepare();
        trial.Run();
        trial.Prepare();
        trial.Run();

        Assert.Equal([(37, 0L), (300, 300L), (300, 600L)], backend.Engine!.Passes);
        Assert.Equal(2 * 300 / 60_000.0, trial.Work.Done);
    }

    [Theory]
    [InlineData(3, "3 embedded digits (no MNIST here)")]
    [InlineData(10_001, "10,001 samples: 10,000 embedded digits, repeated (no MNIST here)")]
    public void Without_mnist_the_embedded_digits_are_repeated_and_that_is_said(int count, string text)
    {
        var data = BenchData.Load(new DatasetFolders(), count);

        Assert.Equal((text, count), (data.Text, data.Samples.Count));
        Assert.Equal(data.Samples.Input(0).ToArray(), data.Samples.Input(count > 10_000 ? 10_000 : 0).ToArray());
    }

    [Fact]
    public void The_meter_repeats_what_is_asked_and_takes_the_medians()
    {
        using var trial = new Counting();
        var (median, repeats) = Meter.Run(trial, 4, isNew: false);

        Assert.Equal((4, 1, 4, 4), (repeats, trial.WarmUps, trial.Prepared, trial.Runs));
        Assert.True(median is { Seconds: >= 0, CpuSeconds: >= 0 });
    }

    private static WrappedBackend<RecordingEngine> Recorded() =>
        new(new CpuBackend(), engine => new RecordingEngine(engine));

    private sealed class Counting : ITrial
    {
        public int WarmUps { get; private set; }

        public int Prepared { get; private set; }

        public int Runs { get; private set; }

        public Work Work => default;

        public void WarmUp() => WarmUps++;

        public void Prepare() => Prepared++;

        public void Run() => Runs++;

        public void Dispose()
        {
        }
    }

    private sealed class RecordingEngine(IEngine inner) : WrappedEngine(inner)
    {
        public List<(int Samples, long First)> Passes { get; } = [];

        public override void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample)
        {
            Passes.Add((order.Length, firstSample));
            base.TrainAll(order, batch, rules, firstSample);
        }
    }
}
