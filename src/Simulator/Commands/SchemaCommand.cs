using System.CommandLine;
using CrossbarSim.Core.Options;
using CrossbarSim.Simulator.Schemas;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>schema</c>: JSON Schema of a kind of file.</summary>
internal static class SchemaCommand
{
    private const string Help =
        """
        Print the JSON Schema of a kind of file: its keys with descriptions, units, ranges and defaults.

        Example: crossbarsim schema experiment > experiment.json

        An editor with a YAML language server completes and checks a file whose first line names its schema:
        # yaml-language-server: $schema=experiment.json
        """;

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "Kind of file." };
        kind.AcceptOnlyFromAmong([.. Enum.GetNames<SchemaKind>().Select(OptionNames.Value)]);
        var verbose = CommonOptions.Verbose();
        var command = new Command("schema", Help) { kind, verbose };
        command.SetAction(parsed => UserErrors.Guard(() => Run(parsed.GetValue(kind)!), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(string kind)
    {
        Console.Out.Write(SchemaDocument.Text(Enum.Parse<SchemaKind>(kind, ignoreCase: true)));
        return ExitCodes.Ok;
    }
}
