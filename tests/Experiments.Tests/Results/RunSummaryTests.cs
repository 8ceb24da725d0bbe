using System.Text.Json;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Results;

public class RunSummaryTests
{
    private static readonly RunFacts Facts = new()
    {
        Seed = ulong.MaxValue,
        Version = "1.2.3",
        Seconds = 12.5,
        Backend = "cpu",
        Accelerator = "2 cores, 実験",
        Host = "lab",
        Threads = 2,
    };

    [Fact]
    public void The_first_of_the_best_epochs_is_the_best()
    {
        EpochRow[] rows = [Row(0, 0.1), Row(1, 0.9), Row(2, 0.9), Row(3, 0.8)];

        var summary = RunSummary.Of(rows, Layers(), Facts);

        Assert.Equal(3, summary.EpochsDone);
        Assert.Equal(3, summary.Final.Epoch);
        Assert.Equal(1, summary.Best?.Epoch);
    }

    [Fact]
    public void The_best_epoch_is_chosen_by_the_validation_samples_where_there_are_any()
    {
        using var folder = new TemporaryFolder();
        EpochRow[] rows = [Row(0, 0.99), Row(1, 0.5) with { ValidationLoss = 0.7, ValidationAccuracy = 0.8 }, Row(2, 0.9)];

        var summary = RunSummary.Of(rows, Layers(), Facts);
        summary.Write(folder["summary.json"]);

        Assert.Equal((1, 0.8, 0.7), (summary.Best?.Epoch, summary.Best?.ValidationAccuracy, summary.Best?.ValidationLoss));
        Assert.Equal(RunSummary.ByValidation, summary.BestBy);
        Assert.Equal(summary, RunSummary.Read(folder["summary.json"]));
    }

    [Fact]
    public void Pulses_are_summed_over_the_devices_of_all_layers()
    {
        var pulses = RunSummary.Of([Row(0, null)], Layers(), Facts).Pulses;

        Assert.Equal(new PulseSummary(11, 9, 1, 5, 4, 12), pulses);
    }

    [Fact]
    public void A_summary_reads_back_also_without_evaluation_or_with_a_diverged_loss()
    {
        using var folder = new TemporaryFolder();
        var summary = RunSummary.Of([Row(0, null) with { TrainLoss = double.NaN }], Layers(), Facts);

        summary.Write(folder["summary.json"]);

        Assert.Equal(summary, RunSummary.Read(folder["summary.json"]));
        Assert.Null(summary.Best);
        Assert.Equal(["summary.json"], folder.Files);
    }

    [Fact]
    public void Keys_are_snake_case_and_lines_end_in_line_feeds()
    {
        using var folder = new TemporaryFolder();
        RunSummary.Of([Row(4, 0.5)], Layers(), Facts).Write(folder["summary.json"]);

        var text = File.ReadAllText(folder["summary.json"]);
        var root = JsonDocument.Parse(text).RootElement;

        Assert.Equal(["epochs_done", "final", "best", "best_by", "pulses", "run", "test"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(0.5, root.GetProperty("best").GetProperty("test_accuracy").GetDouble());
        Assert.False(root.GetProperty("best").TryGetProperty("validation_accuracy", out _));
        Assert.Equal("test_accuracy", root.GetProperty("best_by").GetString());
        Assert.Equal(12, root.GetProperty("pulses").GetProperty("per_device_maximum").GetInt64());
        Assert.Contains("2 cores, 実験", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"epochs_done\": ")]
    public void Anything_else_is_not_a_summary(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["summary.json"], text);

        Assert.Equal("CBS0513", Assert.Throws<DataFileException>(() => RunSummary.Read(folder["summary.json"])).Code);
    }

    private static EpochRow Row(int epoch, double? accuracy) => new(epoch, 0.5, 0.25, null, accuracy, default);

    private static LayerState[] Layers() =>
    [
        new(3) { PotentiationPulses = [1, 2, 3], DepressionPulses = [0, 2, 0], RefusedPulses = [1, 0, 0] },
        new(2) { PotentiationPulses = [5, 0], DepressionPulses = [7, 0] },
    ];
}
