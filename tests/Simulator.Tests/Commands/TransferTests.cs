using System.Text.Json;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class TransferTests : ScratchFolder
{
    private const string Experiment =
        """
        dataset: { name: digits, train_samples: 1000, test_samples: 500 }
        network: { layers: [784, 16, 10], bias: true }
        device: linear-100
        rule: { kind: adam }
        training: { epochs: 3 }
        """;

    private const string Drifting =
        """
        law: exponential
        name: drifting
        direction: potentiation
        gmin: 0.1 uS
        gmax: 20 uS
        pulses: 50
        potentiation: { a: -0.5 }
        variation: { c2c: { sigma: 0.01, of: window }, drift: { nu: 0.2, sigma: 0.1 } }
        """;

    [Fact]
    public void A_trained_run_is_programmed_read_later_and_trained_on()
    {
        Train();
        var device = Write("drifting.yaml", Drifting);
        var result = Cli.Run(
            "transfer", In("run"), "--device", device, "--seeds", "2", "--out", In("out"), "--times", "1 h, 1 year");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("after 1 year", result.Output, StringComparison.Ordinal);
        Assert.Contains("array 2 of 2", result.Errors, StringComparison.Ordinal);
        Assert.Equal(7, File.ReadAllLines(In("out/transfer.csv")).Length);
        Assert.Equal(5, File.ReadAllLines(In("out/programming.csv")).Length);
        Assert.All(["state.h5", "state-seed-2.h5", "cell-errors.png", "cell-errors.svg", "accuracy.png"],
            file => Assert.True(File.Exists(In($"out/{file}")), file));
        var start = Cli.Run("train", In("out/start.yaml"), "--out", In("on"), "--quiet", "--set", "training.epochs=1",
            "--set", "dataset.train_samples=200", "--backend", "cpu");
        Assert.Equal("", start.Errors);
        Assert.Equal(0, start.ExitCode);
    }

    [Fact]
    public void What_is_programmed_is_nearly_what_was_trained_and_the_same_again()
    {
        Train();
        string[] Command(string folder) =>
            ["transfer", In("run"), "--device", "linear-100", "--mapping", "offset", "--json", "--out", In(folder)];
        JsonElement Transfer(string folder, params string[] more) =>
            JsonDocument.Parse(Cli.Run([.. Command(folder), .. more]).Output).RootElement;
        var (verified, blind) = (Transfer("a"), Transfer("b", "--open-loop", "--threads", "1"));
        double Accuracy(JsonElement json) => json.GetProperty("arrays")[0].GetProperty("test_accuracy").GetDouble();
        var summary = JsonDocument.Parse(File.ReadAllText(In("run/summary.json"))).RootElement;

        Assert.Equal(summary.GetProperty("final").GetProperty("test_accuracy").GetDouble(),
            verified.GetProperty("float_test_accuracy").GetDouble(), 0.05);
        Assert.InRange(Accuracy(verified), verified.GetProperty("float_test_accuracy").GetDouble() - 0.03, 1);
        Assert.InRange(Accuracy(blind), verified.GetProperty("float_test_accuracy").GetDouble() - 0.03, 1);
        var reasons = verified.GetProperty("arrays")[0].GetProperty("layers")[0].GetProperty("reasons");
        Assert.Equal(785 * 16, reasons.GetProperty("reached").GetInt32());
        Transfer("c", "--threads", "3");
        Assert.Equal(File.ReadAllBytes(In("a/transfer.csv")), File.ReadAllBytes(In("c/transfer.csv")));
        Assert.Equal(File.ReadAllBytes(In("a/state.h5")), File.ReadAllBytes(In("c/state.h5")));
    }

    [Theory]
    [InlineData("CBS0343", "--mapping", "offset")]
    [InlineData("CBS0340", "--times", "1 day,1 h")]
    [InlineData("CBS1608", "--clip", "1,2,3")]
    [InlineData("CBS0412", "--dataset", "no-such-data")]
    public void What_does_not_go_together_is_refused_and_nothing_is_written(string code, string option, string value)
    {
        Train();
        var result = Cli.Run("transfer", In("run"), "--device", Write("d.yaml", Drifting), option, value, "--out", In("out"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"error {code}", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    [Fact]
    public void A_device_that_does_not_age_is_not_read_later_and_a_run_is_not_overwritten()
    {
        Train();
        Assert.Contains("error CBS0342", Run("--times", "1 h").Errors, StringComparison.Ordinal);
        Assert.Contains("error CBS0521", Run("--out", In("run")).Errors, StringComparison.Ordinal);
        Assert.Equal(2, Run("--times", "1 week").ExitCode);
        Assert.Equal(2, Run("--tolerance", "2").ExitCode);
        Assert.Equal(2, Run("--clip", "0").ExitCode);

        CliResult Run(params string[] more) => Cli.Run(["transfer", In("run"), "--device", "linear-100", .. more]);
    }

    [Fact]
    public void Csv_weights_are_programmed_and_a_bad_one_is_told_with_its_line()
    {
        var row = string.Join(',', Enumerable.Range(0, 10).Select(k => k % 3 - 1));
        var good = Write("w.csv", string.Concat(Enumerable.Repeat(row + "\n", 784)));
        var bad = Write("bad.csv", row + "\n" + row.Replace('1', 'I') + "\n");
        CliResult Run(string file) => Cli.Run(
            "transfer", file, "--device", "linear-32", "--dataset", "digits", "--out", In("out"), "--quiet");

        Assert.Equal(0, Run(good).ExitCode);
        var result = Run(bad);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("bad.csv:2:1: error CBS1607: \"-I\" is not a number", result.Errors, StringComparison.Ordinal);
    }

    private void Train() => Assert.Equal(
        0, Cli.Run("train", Write("e.yaml", Experiment), "--out", In("run"), "--quiet", "--backend", "cpu").ExitCode);
}
