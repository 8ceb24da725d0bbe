using System.CommandLine;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>check</c>: validates YAML files without running anything.</summary>
internal static class CheckCommand
{
    private const string Help =
        """
        Check experiment, device, sweep and board files: print every problem with its place, and run nothing.

        Example: crossbarsim check configs/seed/*.yaml configs/sweeps/*.yaml
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Experiment, device, sweep or board files (YAML).",
            Arity = ArgumentArity.OneOrMore,
        };
        var verbose = CommonOptions.Verbose();
        var command = new Command("check", Help) { files, verbose };
        command.SetAction(parsed => UserErrors.Guard(() => Run(parsed.GetValue(files)!), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(string[] files)
    {
        var result = FileCheck.Run(files);
        foreach (var line in result.Rendered) Console.Error.WriteLine(line);
        if (result.ExitCode == ExitCodes.Ok)
            Console.Out.WriteLine(files.Length == 1 ? "1 file without errors" : $"{files.Length} files without errors");
        return result.ExitCode;
    }
}
