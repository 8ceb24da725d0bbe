using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using CrossbarSim.Simulator.Boards;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The verbs, and how a wrong command line is answered.</summary>
internal static class CommandLine
{
    // A shell asks with it what could come next: the line that it sends is never a complete one.
    private const string Suggest = "[suggest";

    private const string Help =
        """
        Simulator for memristor crossbars: trains neural networks with integer pulses on conductance laws.

        Example: crossbarsim train
        """;

    /// <summary>Parses the arguments and runs the verb.</summary>
    /// <param name="args">As the shell gave them.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args) => UserErrors.Guard(() => Answer(args), verbose: false);

    /// <summary>Version and commit, such as <c>0.1.0+1a2b3c4</c>.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>All verbs.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new(Help)
        {
            TrainCommand.Create(),
            CompareCommand.Create(),
            SweepCommand.Create(),
            PredictCommand.Create(),
            TransferCommand.Create(),
            CurvesCommand.Create(),
            DevicesCommand.Create(),
            FitCommand.Create(),
            PlotCommand.Create(),
            BoardCommand.Create(),
            DataCommand.Create(),
            AcceleratorsCommand.Create(),
            BenchCommand.Create(),
            CheckCommand.Create(),
            SchemaCommand.Create(),
            CompletionCommand.Create(),
        };
        HelpPage.Install(root);
        Suggestions.Install(root);
        return root;
    }

    private static int Answer(string[] args)
    {
        var parsed = Build().Parse(args);
        var wrong = IsQuestion(parsed, args) ? [] : UsageErrors.Of(parsed);
        if (wrong.Count == 0)
            return parsed.Invoke(new InvocationConfiguration
            {
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
            });
        foreach (var message in wrong) Console.Error.WriteLine($"error: {message}");
        Console.Error.WriteLine($"Try '{Path(parsed.CommandResult)} --help'.");
        return ExitCodes.WrongUsage;
    }

    private static string Path(CommandResult command) => command.Parent is CommandResult parent
        ? $"{Path(parent)} {command.Command.Name}"
        : "crossbarsim";

    private static bool IsQuestion(ParseResult parsed, string[] args) =>
        parsed.Action is HelpPage || (args.Length > 0 && args[0].StartsWith(Suggest, StringComparison.Ordinal));
}
