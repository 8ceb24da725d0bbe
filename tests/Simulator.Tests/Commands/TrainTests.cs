using System.Text.Json;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class TrainTests : ScratchFolder
{
    private static readonly string[] Small = ["--set", "dataset.train_samples=320", "--set", "training.epochs=2"];

    [Fact]
    public void The_quick_start_compares_two_devices()
    {
        var result = Cli.Run(["train", .. Small, "--out", In("quick")]);
        Assert.Equal(0, result.ExitCode);
        foreach (var device in new[] { "seed-linear", "seed-nonlinear" })
        {
            Assert.Contains($"{device}: test accuracy", result.Output, StringComparison.Ordinal);
            Assert.Contains(In($"quick/{device}/epochs.csv"), result.Output, StringComparison.Ordinal);
            AssertRun(In($"quick/{device}"));
        }

        Assert.True(File.Exists(In("quick/comparison.png")));
        Assert.True(File.Exists(In("quick/comparison.svg")));
    }

    [Fact]
    public void A_run_directory_says_what_made_it()
    {
        Assert.Equal(0, Cli.Run(["train", Experiment(), .. Small, "-q", "--out", In("run")]).ExitCode);
        AssertRun(In("run"));
        var lines = File.ReadAllLines(In("run/epochs.csv"));
        Assert.Equal("epoch,train_loss,train_accuracy,test_loss,test_accuracy,"
            + "pulses_potentiation,pulses_depression,pulses_refused", lines[0]);
        Assert.Equal(["0", "1", "2"], lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.Equal(0, Cli.Run("check", In("run/experiment.yaml")).ExitCode);
        using var summary = JsonDocument.Parse(File.ReadAllText(In("run/summary.json")));
        Assert.Equal(2, summary.RootElement.GetProperty("epochs_done").GetInt32());
    }

    [Fact]
    public void The_result_can_be_read_by_a_program()
    {
        var result = Cli.Run(["train", Experiment(), .. Small, "--json", "-q", "--out", In("run")]);
        using var json = JsonDocument.Parse(result.Output);
        var run = json.RootElement.GetProperty("runs")[0];
        Assert.True(run.GetProperty("finished").GetBoolean());
        Assert.InRange(run.GetProperty("summary").GetProperty("final").GetProperty("test_accuracy").GetDouble(), 0, 1);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void A_dry_run_prints_the_experiment_and_writes_nothing()
    {
        var result = Cli.Run("train", Experiment(), "--dry-run", "--set", "device.gmax=40 uS", "--seed", "9", "--out", In("run"));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("gmax: 40 uS", result.Output, StringComparison.Ordinal);
        Assert.Contains("seed: 9", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("run")));
        Assert.Equal(0, Cli.Run("check", Write("again.yaml", result.Output)).ExitCode);
    }

    [Fact]
    public void Bad_values_are_all_reported_and_nothing_is_written()
    {
        var result = Cli.Run("train", Experiment(), "--set", "device.gmx=1 uS", "--set", "training.batch=0", "--out", In("run"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("device.gmx", result.Errors, StringComparison.Ordinal);
        Assert.Contains("training.batch", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("run")));
    }

    [Theory]
    [InlineData("CBS0305", "network.layers=[100, 10]")]
    [InlineData("CBS0413", "dataset.train_samples=10001")]
    [InlineData("CBS0412", "dataset.name=no-such-data")]
    [InlineData("CBS0501", "initial={ state: nothing.h5 }")]
    public void What_does_not_fit_the_data_is_an_invalid_file(string code, string set)
    {
        var result = Cli.Run("train", Experiment(), "--set", set, "--out", In("run"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains(code, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(In("run/epochs.csv")));
    }

    [Theory]
    [InlineData("trian")]
    [InlineData("train", "--no-such-option")]
    [InlineData("train", "--threads", "0")]
    [InlineData("train", "--resume", "x", "--seed", "1")]
    [InlineData("train", "--backend", "gpu")]
    public void A_wrong_command_line_exits_with_2(params string[] arguments)
    {
        var result = Cli.Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--help", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_a_run_is_not_written_again()
    {
        Assert.Equal(0, Cli.Run(["train", Experiment(), .. Small, "-q", "--out", In("run")]).ExitCode);
        var before = File.ReadAllBytes(In("run/epochs.csv"));
        var result = Cli.Run(["train", Experiment(), .. Small, "--out", In("run")]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("--resume", result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(In("run/epochs.csv")));
    }

    [Fact]
    public void A_state_of_one_run_starts_another()
    {
        Assert.Equal(0, Cli.Run(["train", Experiment(), .. Small, "-q", "--out", In("first")]).ExitCode);
        var set = $"initial={{ state: '{In("first/state.h5")}' }}";
        Assert.Equal(0, Cli.Run(["train", Experiment(), .. Small, "-q", "--set", set, "--out", In("second")]).ExitCode);
        var last = File.ReadAllLines(In("first/epochs.csv"))[^1].Split(',')[1..5];
        Assert.Equal(last, File.ReadAllLines(In("second/epochs.csv"))[1].Split(',')[1..5]);
    }

    private string Experiment() => Write("experiment.yaml",
        """
        dataset: { name: digits, test_samples: 200 }
        network: { layers: [784, 12, 10] }
        device: { name: test, law: linear, gmin: 1 uS, gmax: 50 uS, pulses: 100 }
        rule: { kind: epoch-sign }
        """);

    private static void AssertRun(string folder)
    {
        string[] files =
        [
            "experiment.yaml", "epochs.csv", "timing.csv", "state.h5", "summary.json", "run.log",
            "accuracy.png", "accuracy.svg", "curves.png", "conductance-layer-0.png", "conductance-layer-1.png", "pulses.png",
        ];
        Assert.All(files, file => Assert.True(new FileInfo(Path.Combine(folder, file)).Length > 0, file));
        Assert.All(File.ReadLines(Path.Combine(folder, "run.log")), line => JsonDocument.Parse(line).Dispose());
    }
}
