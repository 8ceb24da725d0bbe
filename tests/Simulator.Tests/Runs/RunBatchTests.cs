using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Runs;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Runs;

/// <summary>Runs that train together leave the bytes of runs that train alone.</summary>
public sealed class RunBatchTests : ScratchFolder
{
    private const string Worst = "{ law: exponential, gmin: 1 uS, gmax: 50 uS, potentiation: { a: -0.5 }, "
        + "depression: { a: 0.4, pulses: 80 }, variation: { c2c: { sigma: 0.01, of: step }, "
        + "d2d: { gmin: 0.05, gmax: 0.05, gain: 0.1, a: 0.1 } } }";

    private static readonly string[] Devices =
        ["seed-linear", "saturating-100", Worst, "{ law: soft-bounds, gmin: 0 S, gmax: 9 uS, potentiation: { step: 0.02 } }"];

    [Theory]
    [InlineData("{ kind: epoch-sign, learning_rate: 0.05 }", "offset")]
    [InlineData("{ kind: batch-sign, threshold: 0.001 }", "reference")]
    [InlineData("{ kind: accumulate, learning_rate: 0.3, max_pulses: 2 }", "offset")]
    [InlineData("{ kind: stochastic }", "differential, pair: one")]
    [InlineData("{ kind: adam }", "offset")]
    public void A_run_leaves_the_same_bytes_alone_and_in_any_group(string rule, string mapping)
    {
        using var backend = new CpuBackend();
        ExperimentOptions[] experiments = [.. Devices.Select((device, i) => Experiment(rule, mapping, device, seed: 7 + (i & 1)))];
        foreach (var (i, experiment) in experiments.Index()) Train(backend, 1, (experiment, $"alone-{i}"));
        var numbers = new RandomNumbers(23, StreamKind.Fuzz);
        for (uint trial = 0; trial < 2; trial++)
        {
            var members = Enumerable.Range(0, 2 + numbers.Below(3, trial)).Select(k => numbers.Below(Devices.Length, trial, (uint)k + 1));
            (int Member, string Folder)[] group = [.. members.Select((member, place) => (member, $"group-{trial}-{place}"))];
            Train(backend, 2, [.. group.Select(g => (experiments[g.Member], g.Folder))]);
            foreach (var (member, folder) in group) AssertSame($"alone-{member}", folder);
        }
    }

    [Fact]
    public void Runs_that_were_stopped_after_different_epochs_go_on_to_the_same_bytes()
    {
        using var backend = new CpuBackend();
        var rule = "{ kind: accumulate }";
        (ExperimentOptions, string)[] runs = [(Experiment(rule, "offset", Devices[0], 1), "one"), (Experiment(rule, "offset", Devices[2], 2), "two")];
        Train(backend, 2, [.. runs.Select(run => (run.Item1, $"whole-{run.Item2}"))]);

        // Asked to stop before they start, they stop after what they do first.
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.All(Execute(backend, 2, false, stopped.Token, runs), outcome => Assert.False(outcome.Finished));
        Execute(backend, 2, true, stopped.Token, runs[1]);
        Assert.Equal(["0", "1"], runs.Select(run => LastEpoch(run.Item2)));
        Assert.All(Execute(backend, 2, true, CancellationToken.None, runs), outcome => Assert.True(outcome.Finished));

        AssertSame("whole-one", "one");
        AssertSame("whole-two", "two");
    }

    private string LastEpoch(string folder) => File.ReadAllLines(In($"{folder}/epochs.csv"))[^1].Split(',')[0];

    private void AssertSame(string expected, string actual)
    {
        foreach (var file in new[] { "epochs.csv", "state.h5", "experiment.yaml", "confusion.csv", "classes.csv" })
            Assert.Equal(File.ReadAllBytes(In($"{expected}/{file}")), File.ReadAllBytes(In($"{actual}/{file}")));
    }

    private void Train(IBackend backend, int threads, params (ExperimentOptions, string)[] runs) =>
        Execute(backend, threads, false, CancellationToken.None, runs);

    private IReadOnlyList<RunOutcome> Execute(
        IBackend backend, int threads, bool resume, CancellationToken stop, params (ExperimentOptions Options, string Folder)[] runs)
    {
        var data = new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(runs[0].Options.Dataset);
        return new RunBatch(backend, data, threads).Execute(
            [.. runs.Select(run => new PlannedRun(run.Folder, run.Options, In(run.Folder), resume))], quiet: true, stop);
    }

    private static ExperimentOptions Experiment(string rule, string mapping, string device, int seed) =>
        ExperimentLoader.LoadText("small",
            $"""
            dataset: {"{"} name: digits, train_samples: 300, test_samples: 50 {"}"}
            network: {"{"} layers: [784, 17, 10] {"}"}
            device: {device}
            mapping: {"{"} kind: {mapping} {"}"}
            rule: {rule}
            training: {"{"} epochs: 3 {"}"}
            seed: {seed}
            """, []).OrThrow();
}
