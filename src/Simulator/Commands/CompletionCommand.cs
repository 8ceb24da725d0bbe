using System.CommandLine;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>completion</c>: what makes a shell complete our command lines.</summary>
internal static class CompletionCommand
{
    private const string Help =
        """
        Print a script for bash, zsh, fish or pwsh that completes verbs, options and their values.

        Example: source <(crossbarsim completion bash)

        For good, append its output to ~/.bash_completion, or put it into a folder of zsh's fpath as _crossbarsim,
        into ~/.config/fish/completions/crossbarsim.fish, or at the end of PowerShell's $PROFILE.
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "Shell to complete for." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        var verbose = CommonOptions.Verbose();
        var command = new Command("completion", Help) { shell, verbose };
        command.SetAction(parsed => UserErrors.Guard(() => Run(parsed.GetValue(shell)!), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(string shell)
    {
        Console.Out.Write(CompletionScripts.For(shell));
        return ExitCodes.Ok;
    }
}
