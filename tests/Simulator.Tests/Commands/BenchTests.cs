using System.Globalization;
using System.Text.Json;
using CrossbarSim.Simulator.Bench;
using CrossbarSim.Simulator.Bench.Checks;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class BenchTests : ScratchFolder
{
    private static readonly string[] Texts = ["measurement", "backend", "accelerator", "rule", "rate_unit"];

    [Fact]
    public void A_quick_run_measures_every_rule_and_writes_what_it_prints()
    {
        var file = In("deep/bench.csv");
        var result = Cli.Run("bench", "--quick", "--backend", "cpu", "--out", file);

        Assert.Equal((0, ""), (result.ExitCode, OtherThanMilestones(result.Errors)));
        var rows = Read(file);
        Assert.All(BenchedRule.Names, rule => Assert.Contains($"epoch {rule}", result.Output, StringComparison.Ordinal));
        Assert.Equal(
            BenchedRule.Names, rows.Where(row => row["measurement"] == "epoch").Select(row => row["rule"]).Distinct());
        Assert.Equal(
            ["multiply-add", "copy", "epoch", "forward", "pulses"], rows.Select(row => row["measurement"]).Distinct());
        Assert.All(rows, row => Assert.Equal("1", row["repeats"]));
        Assert.Contains(file, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_of_the_csv_has_its_unit_and_is_a_number_above_zero_or_empty()
    {
        var file = In("bench.csv");
        var result = Cli.Run(
            "bench", "--quick", "--backend", "cpu", "--rule", "sgd", "--batch", "64", "--replicas", "2", "--threads", "1",
            "--threads", "2", "-q", "-o", file);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.All(BenchCsv.Columns, column => Assert.DoesNotMatch("(_s|seconds_epoch)$", column));
        Assert.All(Read(file), row => Assert.All(row.Where(field => !Texts.Contains(field.Key) && field.Value != ""), field =>
            Assert.True(double.Parse(field.Value, CultureInfo.InvariantCulture) > 0, field.Key)));
        var epochs = Read(file).Where(row => row["measurement"] == "epoch").ToList();
        Assert.Equal(["1", "2"], epochs.Select(row => row["threads"]));
        Assert.All(epochs, row => Assert.Equal(("64", "2"), (row["batch"], row["replicas"])));
        Assert.NotEqual("", epochs[1]["thread_efficiency"]);
        Assert.NotEqual("", epochs[1]["multiply_add_fraction"]);
    }

    [Fact]
    public void Json_holds_the_rows_and_the_data()
    {
        var result = Cli.Run(
            "bench", "--quick", "--repeats", "2", "--backend", "cpu", "--measure", "forward", "--threads", "1", "--json", "-q");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var json = JsonDocument.Parse(result.Output).RootElement;
        Assert.Contains("6,000 ", json.GetProperty("data").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["multiply-add", "copy", "forward", "forward"],
            json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("measurement").GetString()));
    }

    [Fact]
    public void The_check_of_cpu_against_itself_on_one_thread_finds_no_difference()
    {
        var file = In("check.csv");
        var result = Cli.Run("bench", "--check", "--backend", "cpu", "-q", "--out", file);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Matches("(?m)^0 of [0-9,]+ numbers differ from those of cpu", result.Output);
        var rows = Read(file);
        Assert.Equal(CheckedRule.All.Count * CheckedDevice.All.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal("0", row["different"]));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_before_anything_is_measured()
    {
        File.WriteAllText(In("file"), "");
        var result = Cli.Run("bench", "--quick", "--backend", "cpu", "--out", In("file/bench.csv"));

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("CBS0524", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bench --batch 0", "error: --batch: give a number from 1 to 60000.")]
    [InlineData("bench --replicas 5000", "error: --replicas: give a number from 1 to 4096.")]
    [InlineData("bench --repeats x", "error: Cannot parse argument 'x' for option '--repeats'")]
    [InlineData("bench --backend reference", "Must be one of: 'cpu', 'cuda', 'opencl'")]
    [InlineData("bench --rule adam", "Must be one of: 'sgd', 'epoch-sign', 'batch-sign', 'accumulate', 'stochastic'")]
    [InlineData("bench --measure speed", "Must be one of: 'epoch', 'forward', 'pulses'")]
    [InlineData("bench --check --rule sgd", "error: --check measures nothing: give no --rule with it.")]
    [InlineData("bench --check --quick", "error: --check measures nothing: give no --quick with it.")]
    [InlineData("bench fast", "error: 'fast' is not expected here")]
    public void A_wrong_command_line_is_answered_with_what_is_allowed(string line, string message)
    {
        var result = Cli.Run(line.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    private static string OtherThanMilestones(string errors) => string.Join('\n', errors.ReplaceLineEndings("\n")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("cpu: ", StringComparison.Ordinal)));

    private static List<Dictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',');
        return [.. lines[1..].Select(line =>
            columns.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    // No field holds a quote; some hold commas.
    private static IEnumerable<string> Fields(string line)
    {
        var parts = line.Split('"');
        return string.Concat(parts.Index().Select(part => part.Index % 2 == 0 ? part.Item.Replace(',', '\n') : part.Item))
            .Split('\n');
    }
}
