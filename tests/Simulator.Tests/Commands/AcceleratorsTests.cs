using System.Text.Json;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Accelerators;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class AcceleratorsTests
{
    [Fact]
    public void Lists_the_cpu_and_what_auto_takes()
    {
        var result = Cli.Run("accelerators");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("(?m)^cpu .* passed, ", result.Output);
        Assert.Contains("--backend auto takes ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_json_that_says_of_every_kind_what_there_is_or_why_not()
    {
        var json = JsonDocument.Parse(Cli.Run("accelerators", "--json").Output).RootElement;
        var devices = json.GetProperty("devices").EnumerateArray().Select(d => d.GetProperty("backend").GetString()).ToList();

        Assert.Contains("cpu", devices);
        Assert.Contains(json.GetProperty("auto").GetString(), devices);
        Assert.All(["cuda", "opencl"], (string kind) =>
            Assert.True(devices.Contains(kind) || json.GetProperty("missing").TryGetProperty(kind, out _), kind));
    }

    [Fact]
    public void Both_own_backends_pass_the_self_test()
    {
        var test = new SelfTest();

        Assert.Null(test.Run(() => new CpuBackend()).Wrong);
        Assert.Null(test.Run(() => new ReferenceBackend()).Wrong);
    }

    [Fact]
    public void A_backend_that_fires_the_wrong_way_fails_the_self_test() =>
        Assert.Matches(
            "^[0-9,]+ of [0-9,]+ counters differ from those of reference$", new SelfTest().Run(() => new Reversed()).Wrong);

    [Fact]
    public void A_driver_that_breaks_fails_the_self_test() =>
        Assert.Equal("no memory", new SelfTest().Run(() => throw new InvalidOperationException("no memory")).Wrong);

    /// <summary>Descends uphill.</summary>
    private sealed class Reversed : IBackend
    {
        public string Name => "reversed";

        public string Accelerator => "";

        public IEngine CreateEngine(EnginePlan plan) => new Engine(new ReferenceBackend().CreateEngine(plan));

        public void Dispose()
        {
        }

        private sealed class Engine(IEngine inner) : IEngine
        {
            public EnginePlan Plan => inner.Plan;

            public void WriteState(int replica, IReadOnlyList<LayerState> layers) => inner.WriteState(replica, layers);

            public IReadOnlyList<LayerState> ReadState(int replica) => inner.ReadState(replica);

            public void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample) =>
                inner.TrainAll(order, batch, [.. rules.Cast<Optimizer>().Select(rule => new Sgd(-rule.Rate))], firstSample);

            public float[] Probabilities(int replica, SampleChoice samples) => inner.Probabilities(replica, samples);

            public void FireSignsAll(SignPulseQuirks quirks) => inner.FireSignsAll(quirks);

            public PulseTotals[] TotalsAll() => inner.TotalsAll();

            public Evaluation[] EvaluateAll(SampleChoice samples) => inner.EvaluateAll(samples);

            public void Dispose() => inner.Dispose();
        }
    }
}
