using System.Diagnostics;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class CompletionTests : ScratchFolder
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
    [InlineData("crossbarsim tr", "train")]
    [InlineData("crossbarsim train --backend c", "cpu cuda")]
    [InlineData("./crossbarsim completion z", "zsh")]
    [InlineData("crossbarsim train no-such-file", "")]
    public void Bash_completes_by_the_script(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash here");
        var script = Write("completion.bash", Cli.Run("completion", "bash").Output);
        var dll = Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll");
        var driver = Write("driver.bash", $$"""
            crossbarsim() { dotnet "{{dll}}" "$@"; }
            source "{{script}}"
            COMP_LINE="$1" COMP_POINT=${#1} COMP_WORDS=($1) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _crossbarsim crossbarsim
            echo "${COMPREPLY[*]}"
            complete -p crossbarsim >&2
            """);

        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", [driver, line])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        Assert.Equal(expected, bash.StandardOutput.ReadToEnd().Trim());
        Assert.Equal("complete -o bashdefault -o default -F _crossbarsim crossbarsim", bash.StandardError.ReadToEnd().Trim());
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
