using System.Diagnostics;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Sweeping;

/// <summary>Sweeps on a real Slurm: whatever happens to nodes, tasks and watcher, the bytes are the local engine's.</summary>
/// <param name="cluster">Four nodes.</param>
public sealed class SlurmTests(SlurmCluster cluster) : ScratchFolder, IClassFixture<SlurmCluster>
{
    private const int Points = 40;

    // Long enough that a task is met while it runs, and short enough for the whole.
    private const string Experiment = """
        dataset: { name: digits, train_samples: 4000, test_samples: 500 }
        network: { layers: [784, 24, 10] }
        device: { law: exponential, gmin: 1 uS, gmax: 50 uS, potentiation: { a: -0.5 }, depression: { a: 0.5 } }
        mapping: { kind: reference }
        rule: { kind: accumulate, learning_rate: 0.5 }
        training: { epochs: EPOCHS }
        initial: { spread: 0.1 }
        """;

    private const string Sweep = """
        experiment: base.yaml
        axes:
          - { key: device.potentiation.a, grid: [-1, -0.5, -0.4, -0.2] }
          - { key: mapping.kind, grid: [reference, offset] }
          - { key: seed, grid: [1, 2, 3, 4, 5] }
        """;

    [Fact]
    public void A_sweep_over_four_nodes_whose_watcher_is_killed_and_whose_task_is_requeued_equals_the_local_one()
    {
        cluster.Require();
        Local(epochs: 8);
        using (var watcher = Start("sweep", In("sweep.yaml"), "--engine", "slurm", "--shards", "4", "-q", "--out", In("out")))
        {
            Until(FourAreUnderWay);
            watcher.Kill();
            watcher.WaitForExit();
        }

        cluster.Slurm("scontrol", "requeue", Running()[0]);
        var status = Run("sweep", "status", In("out"));
        Assert.Contains($"of {Points} points", status.Output, StringComparison.Ordinal);
        Assert.Contains("tasks: ", status.Output, StringComparison.Ordinal);
        var refused = Run("sweep", "--resume", In("out"), "--engine", "local");
        Assert.Contains("CBS1124", refused.Errors, StringComparison.Ordinal);

        var resumed = Run("sweep", "--resume", In("out"));
        Assert.True(resumed.ExitCode == 0, resumed.Errors);
        AssertSame("out");
        Assert.Equal(4, Directory.GetFiles(In("out/journals"), "*", SearchOption.AllDirectories).Length);
        Assert.Contains(Directory.GetFiles(In("out/slurm"), "*.log"), log =>
            File.ReadAllText(log).Contains("DUE TO JOB REQUEUE", StringComparison.Ordinal));
    }

    [Fact]
    public void Nodes_that_are_lost_with_or_without_their_step_lose_no_row()
    {
        cluster.Require();
        Local(epochs: 8);
        using var watcher = Start("sweep", In("sweep.yaml"), "--engine", "slurm", "--shards", "4", "-q", "--out", In("out"));
        Until(FourAreUnderWay);
        try
        {
            cluster.Node("kill", "1");
            cluster.Node("lose", "2");
            var errors = watcher.StandardError.ReadToEnd();
            Assert.True(watcher.WaitForExit(90_000) && watcher.ExitCode == 0, errors);
        }
        finally
        {
            cluster.Node("revive", "1");
            cluster.Node("revive", "2");
        }

        AssertSame("out");
    }

    [Fact]
    public void A_folder_that_the_nodes_do_not_see_is_said_to_be_none_that_they_share()
    {
        cluster.Require();
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can hide a folder from the nodes");
        Local(epochs: 1);
        Directory.CreateDirectory(In("hidden"));
        const string Hide = "mount -t tmpfs none \"$1\" && shift && exec \"$@\"";
        string[] sweep = Cli.Command(
            "sweep", In("sweep.yaml"), "--engine", "slurm", "--shards", "2", "-q", "--out", In("hidden/out"));
        using var process = cluster.Start("unshare", ["-m", "sh", "-c", Hide, "sh", In("hidden"), .. sweep]);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("CBS1125", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_sbatch_the_engine_is_refused()
    {
        File.WriteAllText(In("base.yaml"), Experiment.Replace("EPOCHS", "1", StringComparison.Ordinal));
        File.WriteAllText(In("sweep.yaml"), Sweep);
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath)!;
        var result = Cli.RunIn(new Dictionary<string, string> { ["PATH"] = dotnet },
            "sweep", In("sweep.yaml"), "--engine", "slurm", "--out", In("out"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("CBS1120", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_what_to_do()
    {
        cluster.Require();
        File.WriteAllText(In("base.yaml"), Experiment.Replace("EPOCHS", "1", StringComparison.Ordinal));
        File.WriteAllText(In("sweep.yaml"), Sweep);
        AssertRefused(3, "CBS1121", "the sweep sets array itself", "--sbatch", "array=1-3");
        AssertRefused(3, "CBS1121", "'--account=x'", "--sbatch=--account=x");
        AssertRefused(3, "CBS1122", "unrecognized option '--acount", "--sbatch", "acount=x");
        AssertRefused(3, "CBS1122", "Invalid --time", "--time", "soon");
        AssertRefused(3, "CBS1122", "invalid partition", "--partition", "none");
        AssertRefused(3, "CBS0417", "no folder", "--data", In("none"));
        Assert.False(Directory.Exists(In("refused")));
    }

    [Fact]
    public void Failed_shards_are_listed_with_the_end_of_their_log_and_tried_again()
    {
        cluster.Require();
        Local(epochs: 1);
        Directory.CreateDirectory(In("data"));
        using (var watcher = Start("sweep", In("sweep.yaml"), "--engine", "slurm", "--shards", "2", "-q", "--out", In("other"),
            "--data", In("data"), "--sbatch", "begin=now+3"))
        {
            Until(() => File.ReadAllText(In("other/slurm/state.json")).Contains("\"job\"", StringComparison.Ordinal));
            Directory.Delete(In("data"));
            var errors = watcher.StandardError.ReadToEnd();
            watcher.WaitForExit();
            Assert.Equal(1, watcher.ExitCode);
            Assert.Contains("shard 1 (task ", errors, StringComparison.Ordinal);
            Assert.Contains("CBS0417", errors, StringComparison.Ordinal);
            Assert.Contains("CBS1126", errors, StringComparison.Ordinal);
        }

        Directory.CreateDirectory(In("data"));
        var resumed = Run("sweep", "--resume", In("other"), "-q");
        Assert.True(resumed.ExitCode == 0, resumed.Errors);
        AssertSame("other");
    }

    private static void Until(Func<bool> condition)
    {
        var began = Stopwatch.StartNew();
        while (!Try(condition))
        {
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(60), "it did not come to that within a minute");
            Thread.Sleep(50);
        }
    }

    // Folders and files are not there from the first moment on.
    private static bool Try(Func<bool> condition)
    {
        try
        {
            return condition();
        }
        catch (IOException)
        {
            return false;
        }
    }

    private bool FourAreUnderWay() =>
        Directory.GetFiles(In("out/journals"), "*.part", SearchOption.AllDirectories).Length == 4 && Running().Length == 4;

    private string[] Running() =>
        cluster.Slurm("squeue", "--noheader", "--states=running", "--format=%F_%K")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private void Local(int epochs)
    {
        File.WriteAllText(In("base.yaml"), Experiment.Replace("EPOCHS", $"{epochs}", StringComparison.Ordinal));
        File.WriteAllText(In("sweep.yaml"), Sweep);
        Assert.Equal(0, Cli.Run("sweep", In("sweep.yaml"), "-q", "--out", In("local")).ExitCode);
    }

    private CliResult Run(params string[] arguments) => Cli.RunIn(cluster.Environment, arguments);

    private Process Start(params string[] arguments) => Cli.StartIn(cluster.Environment, arguments);

    private void AssertRefused(int code, string problem, string says, params string[] options)
    {
        var result = Run(["sweep", In("sweep.yaml"), "--engine", "slurm", "--out", In("refused"), .. options]);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(problem, result.Errors, StringComparison.Ordinal);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
    }

    private void AssertSame(string folder)
    {
        foreach (var table in new[] { "results.csv", "epochs.csv" })
            Assert.Equal(File.ReadAllText(In($"local/{table}")), File.ReadAllText(In($"{folder}/{table}")));
    }
}
