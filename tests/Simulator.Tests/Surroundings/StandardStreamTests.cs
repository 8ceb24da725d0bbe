using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Surroundings;

/// <summary>Standard streams that lead to a full disk, to nowhere, or to a reader that has gone.</summary>
public sealed class StandardStreamTests : ScratchFolder
{
    public static TheoryData<string> Printing { get; } =
    [
        "--help", "--version", "completion zsh", "schema experiment", "curves seed-linear", "data list", "data list --json",
        "data get digits", "train --dry-run", "train --help",
    ];

    [Theory]
    [MemberData(nameof(Printing))]
    public void Results_that_cannot_be_written_are_an_error(string line)
    {
        SkipWithoutFull();
        foreach (var (way, reason) in new[]
            { (">/dev/full", "CBS0901: no space is left on the disk"), (">&-", "CBS0902: access is denied") })
        {
            var result = Cli.RunInto(way, line.Split(' '));
            Assert.Equal((1, $"standard output: error {reason}\n"), (result.ExitCode, result.Errors));
        }
    }

    [Theory]
    [MemberData(nameof(Printing))]
    public void A_reader_that_has_gone_is_no_error(string line)
    {
        SkipWithoutFull();
        var result = Cli.RunInto("| true", line.Split(' '));
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Theory]
    [InlineData("2>/dev/full", 3, "check absent.yaml")]
    [InlineData("2>&-", 3, "check absent.yaml")]
    [InlineData("2>/dev/full", 2, "chekc")]
    [InlineData("2>&-", 2, "chekc")]
    public void Messages_that_cannot_be_written_change_no_exit_code(string way, int exitCode, string line)
    {
        SkipWithoutFull();
        var result = Cli.RunInto(way, line.Split(' '));
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Errors));
    }

    [Fact]
    public void A_run_whose_progress_cannot_be_shown_is_trained()
    {
        SkipWithoutFull();
        var result = Cli.RunInto("2>/dev/full", "train", "--set", "training.epochs=1", "--set",
            "dataset.train_samples=64", "--set", "dataset.test_samples=32", "--out", In("quick"));
        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(In("quick/comparison.png")));
    }

    private static void SkipWithoutFull() => Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
}
