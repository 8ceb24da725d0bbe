namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("crossbarsim tr", "train")]
    [InlineData("crossbarsim schema d", "device")]
    [InlineData("crossbarsim train --ba", "--backend")]
    public void The_program_says_what_could_come_next(string line, string expected)
    {
        var result = Cli.Run($"[suggest:{line.Length}]", line);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Theory]
    [InlineData("crossbarsim train ", "")]
    [InlineData("crossbarsim train --out ", "")]
    [InlineData("crossbarsim train --backend=c", "")]
    [InlineData("crossbarsim data get ", "digits fashion-mnist mnist")]
    [InlineData("crossbarsim data get d", "digits")]
    [InlineData("crossbarsim data get --d", "--data")]
    [InlineData("./crossbarsim train --backend c", "cpu cuda")]
    public void Options_are_offered_only_to_a_word_that_begins_like_one(string line, string expected)
    {
        var result = Cli.Run($"[suggest:{line.Length}]", line);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(expected, string.Join(' ', result.Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete --command crossbarsim")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Other_shells_have_a_script_of_their_own(string shell, string expected)
    {
        var result = Cli.Run("completion", shell);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
    }
}
