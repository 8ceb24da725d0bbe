namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("tran", "error: there is no verb 'tran' (did you mean train?)")]
    [InlineData("--versio", "error: there is no option '--versio' (did you mean --version?)")]
    [InlineData("", "error: a verb is missing; it is one of train, ")]
    [InlineData("train a.yaml b.yaml", "error: 'b.yaml' is not expected here")]
    [InlineData("train --bakend cpu", "error: there is no option '--bakend' (did you mean --backend?)")]
    [InlineData("curves --ou x", "error: there is no option '--ou' (did you mean --out?)")]
    [InlineData("train --backend gpu", "Must be one of: 'auto', 'reference', 'cpu', 'cuda', 'opencl'")]
    [InlineData("train --threads x", "error: Cannot parse argument 'x' for option '--threads'.")]
    [InlineData("train --threads 0", "error: --threads: give a number from 1 to 1024.")]
    [InlineData("train --seed -1", "error: Cannot parse argument '-1' for option '--seed'.")]
    [InlineData("plot", "error: Required argument 'run' missing")]
    [InlineData("train a.yaml --set", "error: Required argument missing for option: '--set'.")]
    [InlineData("train EMPTY", "error: <experiment>: it is empty")]
    [InlineData("train a.yaml --out EMPTY", "error: --out: its value is empty")]
    [InlineData("curves seed-linear -o EMPTY", "error: --out: its value is empty")]
    [InlineData("plot EMPTY", "error: <run>: it is empty")]
    [InlineData("predict run a.png EMPTY", "error: <image>: it is empty")]
    [InlineData("devices shwo", "error: there is no verb 'shwo' (did you mean show?)")]
    [InlineData("devices show", "error: Required argument 'device' missing")]
    [InlineData("devices --out sheet.pdf", "error: --out: give a file that ends in .png or .svg.")]
    [InlineData("devices --out EMPTY", "error: --out: its value is empty")]
    [InlineData("data list --data EMPTY", "error: --data: its value is empty")]
    public void A_wrong_command_line_is_answered_with_what_was_meant(string line, string message)
    {
        string[] words = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == "EMPTY" ? "" : w)];
        var result = Cli.Run(words);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Matches(@"Try 'crossbarsim( \w+)* --help'\.\r?\n$", result.Errors);
    }

    [Fact]
    public void Behind_two_dashes_a_file_may_look_like_an_option()
    {
        var result = Cli.Run("check", "--", "--file");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("--file: error CBS0107", result.Errors, StringComparison.Ordinal);
    }
}
