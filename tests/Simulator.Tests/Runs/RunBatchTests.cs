using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Runs;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Runs;

/// <summary>Runs that train together leave the bytes of runs that train alone.</summary>
public sealed class RunBatchTests : ScratchFolder
{
    private static readonly string[] Devices = SmallExperiment.Devices;

    [Fact]
    public void Every_file_of_a_run_is_the_same_alone_and_in_a_group()
    {
        using var backend = new CpuBackend();
        var rule = "{ kind: accumulate, learning_rate: 0.3, max_pulses: 2 }";
        (ExperimentOptions, string)[] runs = [.. Devices.Select((device, i) =>
            (SmallExperiment.Of(rule, "offset", device, (ulong)i), $"together-{i}"))];
        Train(backend, 2, runs);
        foreach (var i in new[] { 0, 2 })
        {
            Train(backend, 1, (runs[i].Item1, $"alone-{i}"));
            AssertSame($"alone-{i}", $"together-{i}");
        }
    }

    [Fact]
    public void Runs_that_were_stopped_after_different_epochs_go_on_to_the_same_bytes()
    {
        using var backend = new CpuBackend();
        var rule = "{ kind: accumulate }";
        (ExperimentOptions, string)[] runs =
        [
            (SmallExperiment.Of(rule, "offset", Devices[0], 1), "one"),
            (SmallExperiment.Of(rule, "offset", Devices[2], 2), "two"),
        ];
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
        IBackend backend, int threads, bool resume, CancellationToken stop,
        params (ExperimentOptions Options, string Folder)[] runs)
    {
        return new RunBatch(backend, SmallExperiment.Data, threads).Execute(
            [.. runs.Select(run => new PlannedRun(run.Folder, run.Options, In(run.Folder), resume))], quiet: true, stop);
    }
}
