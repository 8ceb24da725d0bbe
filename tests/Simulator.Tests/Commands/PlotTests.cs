using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class PlotTests : ScratchFolder
{
    private static readonly string[] Pictures =
        ["accuracy.png", "curves.png", "conductance-layer-0.png", "conductance-layer-1.png", "pulses.png", "confusion.png"];

    private const string Experiment = """
        dataset: { name: digits, train_samples: 64, test_samples: 32 }
        network: { layers: [784, 8, 10] }
        device: seed-linear
        rule: { kind: epoch-sign }
        training: { epochs: 1 }
        backend: cpu
        """;

    [Fact]
    public void Draws_the_same_pictures_again_without_the_data_set()
    {
        var run = Train("run");
        var first = Pictures.ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(run, name)));
        foreach (var name in Pictures) File.Delete(Path.Combine(run, name));

        var result = Cli.Run("plot", run);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            Pictures.Select(name => Path.Combine(run, name)), result.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        Assert.All(Pictures, name => Assert.Equal(first[name], File.ReadAllBytes(Path.Combine(run, name))));
    }

    [Fact]
    public void Draws_several_runs_into_one_folder_each_in_its_own_and_a_comparison()
    {
        Train("runs/a");
        Train("runs/b", "--set", "device=seed-nonlinear");

        var result = Cli.Run("plot", In("runs"), "--out", In("pictures"));

        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(In("pictures/comparison.png")) && File.Exists(In("pictures/comparison.svg")));
        Assert.True(File.Exists(In("pictures/a/accuracy.png")) && File.Exists(In("pictures/b/pulses.svg")));
        Assert.False(File.Exists(In("runs/comparison.png")));
    }

    [Fact]
    public void Runs_of_one_name_get_folders_of_their_own()
    {
        foreach (var run in new[] { "a/run", "b/run", "c/run-2" }) Train(run);

        var result = Cli.Run("plot", In("a/run"), In("b/run"), In("c/run-2"), "--out", In("pictures"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            ["run", "run-2", "run-2-2"],
            Directory.GetDirectories(In("pictures")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Devices_that_share_a_name_have_a_curve_each()
    {
        var run = Train("run", "--set", "device=[seed-linear, seed-linear]", "--set", "device.1.gmax=20 uS");
        var texts = Plots.Picture.Texts(Path.Combine(run, "curves.svg"));
        Assert.Contains("seed-linear of layer 0", texts);
        Assert.Contains("seed-linear of layer 1", texts);
        Assert.Contains("Conductance curves", texts);
    }

    [Fact]
    public void Says_what_is_no_run()
    {
        Directory.CreateDirectory(In("empty"));
        Directory.CreateDirectory(In("young"));
        Write("young/experiment.yaml", Experiment);
        var file = Write("notes.txt", "");

        AssertRefused(["plot", In("nowhere"), In("empty"), file], "there is no folder", "holds no run", "is a file");
        AssertRefused(["plot", In("young")], "CBS0801");
        AssertRefused(["plot", In("young"), "--out", file], "CBS0524");
    }

    [Fact]
    public void Seeds_of_one_experiment_are_one_curve()
    {
        var series = RunSeries.Of(
        [
            Run("20260101-120000-linear-seed-1"), Run("linear-seed-2", "seed=2"), Run("linear-seed-3", "seed=2", "backend=cpu"),
            Run("order", "dataset.order_seed=5"), Run("20260101-120000-slow", "rule.learning_rate=0.001"),
        ]);

        Assert.Equal([3, 1], series.Select(s => s.Seeds.Count));
        Assert.Equal("seed-linear on digits", series[0].Name);
        Assert.Equal("slow", series[1].Name);
    }

    [Theory]
    [InlineData("linear-seed-1", "linear-seed-2", "linear")]
    [InlineData("linear-s1", "linear-s2", "linear")]
    [InlineData("20260101-120000-pulse", "20260101-120307-pulse", "pulse")]
    [InlineData("20260101-120000-pulse", "20260101-120000-pulse-2", "pulse")]
    [InlineData("1", "2", "seed-linear on digits")]
    public void A_curve_of_several_seeds_is_named_after_what_their_folders_share(string one, string other, string name) =>
        Assert.Equal(name, Assert.Single(RunSeries.Of([Run(one), Run(other, "seed=2")])).Name);

    [Fact]
    public void Different_runs_of_one_name_keep_their_whole_names() =>
        Assert.Equal(
            ["20260101-120000-pulse", "20260101-120307-pulse"],
            RunSeries.Of([Run("20260101-120000-pulse"), Run("20260101-120307-pulse", "training.epochs=5")]).Select(s => s.Name));

    private static SavedRun Run(string folder, params string[] set)
    {
        ExperimentOptions options = ExperimentLoader.LoadText(
            "experiment", Experiment, [.. set.Select(ConfigurationOverride.Set)]).OrThrow();
        return new SavedRun(folder, options, [new EpochRow(0, null, new Evaluation(2, 1, 10), default)], []);
    }

    private string Train(string name, params string[] more)
    {
        var result = Cli.Run(["train", Write("experiment.yaml", Experiment), "--quiet", "--out", In(name), .. more]);
        Assert.Equal(0, result.ExitCode);
        return In(name);
    }

    private static void AssertRefused(string[] arguments, params string[] messages)
    {
        var result = Cli.Run(arguments);
        Assert.Equal(3, result.ExitCode);
        Assert.All(messages, message => Assert.Contains(message, result.Errors, StringComparison.Ordinal));
        Assert.Equal("", result.Output);
    }
}
