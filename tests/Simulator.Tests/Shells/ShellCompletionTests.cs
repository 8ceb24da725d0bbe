using System.Text.RegularExpressions;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Shells;

/// <summary>
/// The scripts of <c>completion</c> in the shells themselves: a line is completed, then run, and a stand-in for
/// the program prints what it was given.
/// </summary>
public sealed partial class ShellCompletionTests : ScratchFolder
{
    // As typed up to the tab, and as the program receives it. The last two are files of the folder.
    private static readonly (string Typed, string Received)[] Lines =
    [
        ("trai", "train"),
        ("data ge", "data get"),
        ("data get fa", "data get fashion-mnist"),
        ("completion z", "completion zsh"),
        ("train --thr", "train --threads"),
        ("train --backend cu", "train --backend cuda"),
        ("train exp", "train experiment.yaml"),
        ("train --out my", "train --out my run"),
    ];

    [Fact]
    public void Bash_completes()
    {
        var (script, bash) = (ShellTools.Require("script"), ShellTools.Require("bash"));
        Prepare("bash");
        AssertCompleted(Type(script, $"{bash} --noprofile --norc -i", "source ./completion\n"));
    }

    [Theory]
    [InlineData("autoload -Uz compinit; compinit -u -D; source ./completion\n")]
    [InlineData("mkdir f; cp completion f/_crossbarsim; fpath=(f $fpath); autoload -Uz compinit; compinit -u -D\n")]
    public void Zsh_completes(string start)
    {
        var (script, zsh) = (ShellTools.Require("script"), ShellTools.Require("zsh"));
        Prepare("zsh");
        AssertCompleted(Type(script, $"{zsh} -f -i", start));
    }

    [Fact]
    public void Fish_completes()
    {
        var fish = ShellTools.Require("fish");
        Prepare("fish");
        var lines = string.Join(' ', Lines.Select(line => $"'{line.Typed}'"));
        AssertCompleted(ShellTools.Run(Folder, "", fish, "--no-config", "-c", $"""
            source ./completion
            for line in {lines}
                set -l word (complete -C "crossbarsim $line")
                eval crossbarsim (string replace -r '[^ ]*$' '' -- $line) (string escape -- $word)
            end
            """));
    }

    [Fact]
    public void PowerShell_completes()
    {
        var pwsh = ShellTools.Require("pwsh");
        Prepare("pwsh");
        var lines = string.Join(',', Lines.Select(line => $"'crossbarsim {line.Typed}'"));
        AssertCompleted(ShellTools.Run(Folder, "", pwsh, "-NoProfile", "-NonInteractive", "-Command", $$"""
            Get-Content ./completion -Raw | Invoke-Expression
            foreach ($line in {{lines}}) {
                $found = TabExpansion2 $line $line.Length
                Invoke-Expression ($line.Substring(0, $found.ReplacementIndex) + $found.CompletionMatches.CompletionText)
            }
            """));
    }

    private void Prepare(string shell)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for the program is a script of sh");
        Write("completion", Cli.Run("completion", shell).Output);
        Write("experiment.yaml", "");
        Directory.CreateDirectory(In("my run"));
        var stand = Write("crossbarsim", $"""
            #!/bin/sh
            case "$1" in
                "[suggest:"*) exec dotnet "{Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll")}" "$@" ;;
                *) echo "received <$*>" ;;
            esac
            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(stand, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    // On a terminal of its own: a shell completes nothing that comes from a pipe.
    private string Type(string script, string shell, string start) => ShellTools.Run(
        Folder, start + string.Concat(Lines.Select(line => $"crossbarsim {line.Typed}\t\n")) + "exit\n",
        script, "--quiet", "--return", "--command", shell, "/dev/null");

    private static void AssertCompleted(string printed)
    {
        // A folder gets a slash, and PowerShell puts the current one before a file.
        var received = Received().Matches(printed).Select(match => match.Groups[1].Value
            .Replace("./", "", StringComparison.Ordinal).TrimEnd('/'));
        Assert.True(Lines.Select(line => line.Received).SequenceEqual(received), printed);
    }

    [GeneratedRegex("received <(.*?)>\r?\n")]
    private static partial Regex Received();
}
