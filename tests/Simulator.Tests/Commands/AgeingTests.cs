using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>Runs whose devices age.</summary>
public sealed class AgeingTests : ScratchFolder
{
    private const string Experiment =
        """
        dataset: { name: digits, train_samples: 500, test_samples: 200 }
        network: { layers: [784, 10] }
        device: { law: linear, gmin: 0.1 uS, gmax: 20 uS, variation: { drift: { nu: 0.1, sigma: 0.05 },
          retention: { tau: 1 year, toward: middle }, rtn: { share: 0.1, amplitude: 0.3 } } }
        mapping: { kind: differential }
        rule: { kind: accumulate }
        training: { epochs: 1 }
        """;

    [Fact]
    public void A_run_ends_with_its_accuracy_by_time_and_plot_draws_it_again()
    {
        var result = Cli.Run("train", Write("e.yaml", Experiment), "--out", In("run"), "--backend", "cpu", "--quiet");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("read after", result.Output, StringComparison.Ordinal);
        Assert.Contains("30 day", result.Output, StringComparison.Ordinal);
        var rows = AgeingTable.Read(new RunPaths(In("run")));
        Assert.Equal([1, 3_600, 86_400, 2_592_000, 31_536_000], rows.Select(row => row.Seconds));
        Assert.True(rows[^1].TestLoss > rows[0].TestLoss);
        Assert.Contains("read_after: [1 s, 1 h, 1 day, 30 day, 1 year]",
            File.ReadAllText(In("run/experiment.yaml")), StringComparison.Ordinal);
        File.Delete(In("run/ageing.png"));
        Assert.Equal(0, Cli.Run("plot", In("run")).ExitCode);
        Assert.True(File.Exists(In("run/ageing.png")));
    }

    [Fact]
    public void Backends_agree_and_the_times_are_those_asked_for()
    {
        var file = Write("e.yaml", Experiment);
        string[] Train(string backend) =>
        [
            "train", file, "--out", In(backend), "--backend", backend, "--quiet", "--set", "training.read_after=[1 h, 10 years]",
        ];

        Assert.Equal(0, Cli.Run(Train("cpu")).ExitCode);
        Assert.Equal(0, Cli.Run(Train("reference")).ExitCode);
        var (cpu, judge) = (AgeingTable.Read(new RunPaths(In("cpu"))), AgeingTable.Read(new RunPaths(In("reference"))));
        Assert.Equal([3_600, 315_360_000], cpu.Select(row => row.Seconds));
        foreach (var (one, other) in cpu.Zip(judge)) Assert.Equal(other.TestLoss, one.TestLoss, 1e-4);
    }

    [Fact]
    public void Devices_that_age_are_told_where_their_weights_are_not_used()
    {
        var result = Cli.Run("train", Write("e.yaml", Experiment), "--out", In("run"), "--set", "rule={ kind: sgd }", "--quiet");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning CBS0341", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(In("run/ageing.csv")));
    }

    [Fact]
    public void A_damaged_table_is_an_error_with_its_line()
    {
        Cli.Run("train", Write("e.yaml", Experiment), "--out", In("run"), "--backend", "cpu", "--quiet");
        File.AppendAllText(In("run/ageing.csv"), "1e9,zero,1\n");
        var result = Cli.Run("plot", In("run"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("ageing.csv:7: test_loss: \"zero\" is not a number", result.Errors, StringComparison.Ordinal);
    }
}
