using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The verbs, and how a wrong command line is answered.</summary>
internal static class CommandLine
{
    /// <summary>Parses the arguments and runs the verb.</summary>
    /// <param name="args">As the shell gave them.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var root = Build();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return parsed.Invoke(new InvocationConfiguration { ProcessTerminationTimeout = null });
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"error: {error.Message}");
        Console.Error.WriteLine($"Try 'crossbarsim {Verb(parsed.CommandResult)}--help'.");
        return ExitCodes.WrongUsage;
    }

    /// <summary>Version and commit, such as <c>0.1.0+1a2b3c4</c>.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    // A verb of a verb is called by both names.
    private static string Verb(CommandResult command) => command.Command is RootCommand
        ? ""
        : $"{(command.Parent is CommandResult parent ? Verb(parent) : "")}{command.Command.Name} ";

    private static RootCommand Build() => new(
        $"Simulator for memristor crossbars: trains neural networks with integer pulses on conductance laws.\n\n{ExitCodes.Help}")
    {
        TrainCommand.Create(),
        PredictCommand.Create(),
        CurvesCommand.Create(),
        CheckCommand.Create(),
        DataCommand.Create(),
    };
}
