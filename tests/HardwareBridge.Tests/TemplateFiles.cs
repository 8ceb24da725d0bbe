using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.TestSupport;
using YamlDotNet.RepresentationModel;

namespace CrossbarSim.HardwareBridge.Tests;

/// <summary>The templates of the board files that are shipped, for arrays of any size.</summary>
internal static class TemplateFiles
{
    private static readonly CommandStepOptions[] Matrix =
    [
        new() { Send = ":ROUT:OPEN:ALL" }, new() { Send = ":ROUT:CLOS (@{row1}!{column1})" },
        new() { Send = ":ROUT:CLOS?", Reply = @"^\(@{row1}!{column1}\)$" },
    ];

    public static ScpiBoardOptions Scpi(int rows, int columns) => new()
    {
        Port = "memory",
        Rows = rows,
        Columns = columns,
        Patience = 0.2,
        Read = new ReadOptions { Samples = 1 },
        Pulses = Pulses(1e-3),
        Limits = Limits,
        Commands = Commands("keithley-2400.yaml") is var commands && rows * columns == 1
            ? commands : commands with { Select = Matrix },
    };

    public static TextBoardOptions Text(int rows, int columns) => new()
    {
        Port = "memory",
        Rows = rows,
        Columns = columns,
        Patience = 0.2,
        Read = new ReadOptions { Samples = 2 },
        Pulses = Pulses(null),
        Limits = Limits,
        Commands = Commands("esp32-text.yaml"),
    };

    private static LimitOptions Limits => new() { Voltage = 2, Width = 10e-3 };

    private static PulsePairOptions Pulses(double? compliance) => new()
    {
        Set = new PulseOptions { Voltage = 1.2, Width = 1e-3, Compliance = compliance },
        Reset = new PulseOptions { Voltage = -1.1, Width = 1e-3, Compliance = compliance },
    };

    private static CommandOptions Commands(string file)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Path.Combine(RepositoryPaths.Root, "configs", "boards", file));
        stream.Load(text);
        var commands = (YamlMappingNode)stream.Documents[0].RootNode["commands"];
        return new CommandOptions
        {
            Identify = Step(Child(commands, "identify")),
            Initialise = Steps(commands, "initialise"),
            Select = Steps(commands, "select"),
            Prepare = Steps(commands, "prepare"),
            Fire = Steps(commands, "fire"),
            Read = Steps(commands, "read"),
            Safe = Steps(commands, "safe"),
            Error = Step(Child(commands, "error")),
            Failure = Text(commands, "failure"),
        };
    }

    private static CommandStepOptions[] Steps(YamlMappingNode commands, string key) =>
        Child(commands, key) is YamlSequenceNode steps ? [.. steps.Select(step => Step(step)!)] : [];

    private static CommandStepOptions? Step(YamlNode? node) => node is not YamlMappingNode step ? null : new CommandStepOptions
    {
        Send = (string)step["send"]!,
        Reply = Text(step, "reply"),
        End = Text(step, "end"),
    };

    private static string? Text(YamlMappingNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
