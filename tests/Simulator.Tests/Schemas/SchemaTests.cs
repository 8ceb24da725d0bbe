using System.Text.Json;
using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Schemas;
using CrossbarSim.Simulator.Tests.Configuration;
using CsCheck;

namespace CrossbarSim.Simulator.Tests.Schemas;

public sealed class SchemaTests
{
    private const string Marker = "# yaml-language-server: $schema=";

    public static TheoryData<string> Kinds => [.. Enum.GetNames<SchemaKind>().Select(OptionNames.Value)];

    public static TheoryData<string> ShippedFiles =>
        [.. Repository.ShippedFiles.Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_in_the_repository_is_the_one_that_the_program_prints(string kind)
    {
        var file = Path.Combine(Repository.Root, "configs", "schema", kind + ".json");
        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        Assert.True(Text(kind) == stored, $"configs/schema/{kind}.json is stale; renew it, in the root of the repository, with\n"
            + $"  dotnet run -c Release --project src/Simulator -- schema {kind} > configs/schema/{kind}.json");
    }

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Every_shipped_file_names_its_schema_and_fits_it(string name)
    {
        var file = Path.Combine(Repository.Root, name);
        var text = File.ReadAllText(file);
        var first = text.Split('\n')[0].TrimEnd('\r');
        Assert.StartsWith(Marker, first, StringComparison.Ordinal);
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, first[Marker.Length..]));
        Assert.Equal(KindOf(file), Path.GetFileNameWithoutExtension(schema));

        Assert.Empty(new SchemaValidator(File.ReadAllText(schema)).Problems(text));
    }

    [Fact]
    public void Whatever_the_program_writes_and_reads_fits_the_schema()
    {
        var validator = new SchemaValidator(SchemaDocument.Text(SchemaKind.Experiment));
        Generated.Experiment.Sample(options =>
        {
            var text = OptionWriter.Write(options);
            var problems = validator.Problems(text);
            Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n{text}");
        }, iter: 200, threads: 1);
    }

    [Theory]
    [InlineData("kind: link", "kind: arc-two", ": 0 of the cases fit")]
    [InlineData("port: COM3", "", ": 0 of the cases fit")]
    [InlineData("samples: 4", "samples: 0", ": 0 of the cases fit")]
    [InlineData("width: 1 us }", "width: 1 uV }", ": 0 of the cases fit")]
    [InlineData("limits:", "limit:", ": 0 of the cases fit")]
    public void A_board_that_the_program_refuses_does_not_fit(string good, string bad, string problem)
    {
        const string Board = """
            kind: link
            port: COM3
            rows: 3
            columns: 33
            read: { samples: 4 }
            pulses: { set: { voltage: 1.2 V, width: 1 us }, reset: { voltage: -1.1 V, width: 1 us } }
            limits: { voltage: 2 V, width: 10 us }
            """;
        var wrong = Board.Replace(good, bad, StringComparison.Ordinal);

        AssertJudgedAlike<BoardOptions>(SchemaKind.Board, Board, []);
        AssertJudgedAlike<BoardOptions>(SchemaKind.Board, wrong, [problem]);
    }

    [Theory]
    [InlineData("experiment: a.yaml", "", ".experiment: missing")]
    [InlineData("key: seed, ", "", ".axes.0.key: missing")]
    [InlineData("grid: [1, b, { c: ~ }]", "grid: []", ".axes.0.grid: too few")]
    [InlineData("grid: [1, b, { c: ~ }]", "grid: [1], grids: 1", ".axes.0.grids: unknown")]
    [InlineData("grid:", "gird:", ".axes.0.gird: unknown")]
    public void A_sweep_that_the_program_refuses_does_not_fit(string good, string bad, string problem)
    {
        const string Sweep = """
            experiment: a.yaml
            axes: [{ key: seed, grid: [1, b, { c: ~ }] }]
            """;
        var wrong = Sweep.Replace(good, bad, StringComparison.Ordinal);

        AssertJudgedAlike<SweepOptions>(SchemaKind.Sweep, Sweep, []);
        AssertJudgedAlike<SweepOptions>(SchemaKind.Sweep, wrong, [problem]);
    }

    [Theory]
    [InlineData("device: seed-linear", "device: { law: linear, gmin: 1 uS }", ": ")]
    [InlineData("device: seed-linear", "device: { law: linear, gmin: 1 uS, gmax: 5 V }", ": ")]
    [InlineData("device: seed-linear", "device: { law: linar, gmin: 1 uS, gmax: 5 uS }", ": ")]
    [InlineData("epochs: 3", "epochs: 0", ".training.epochs: ")]
    [InlineData("epochs: 3", "epochs: 1.5", ".training.epochs: ")]
    [InlineData("epochs: 3", "epochs: many", ".training.epochs: ")]
    [InlineData("epochs: 3", "epoch: 3", ".training.epoch: ")]
    [InlineData("[784, 10]", "[784]", ".network.layers: ")]
    [InlineData("[784, 10]", "[784, 0]", ".network.layers.1: ")]
    [InlineData("dataset: { name: digits }", "", ".dataset: missing")]
    [InlineData("kind: sgd", "kind: sdg", ".rule: ")]
    [InlineData("kind: sgd", "kind: sgd, compatibility: none", ".rule: ")]
    public void What_the_program_refuses_does_not_fit(string good, string bad, string problem)
    {
        const string Experiment = """
            dataset: { name: digits }
            network: { layers: [784, 10] }
            device: seed-linear
            rule: { kind: sgd }
            training: { epochs: 3 }
            """;
        var validator = new SchemaValidator(SchemaDocument.Text(SchemaKind.Experiment));
        var wrong = Experiment.Replace(good, bad, StringComparison.Ordinal);

        Assert.Empty(validator.Problems(Experiment));
        Assert.Contains(problem, Assert.Single(validator.Problems(wrong)), StringComparison.Ordinal);
        Assert.Null(ExperimentLoader.LoadText("wrong", wrong, []).Value);
    }

    [Theory]
    [InlineData("5 uS")]
    [InlineData("5uS")]
    [InlineData("5 µS")]
    [InlineData(" 1.5e-6 S ")]
    [InlineData(".5 mS")]
    [InlineData("5. uS")]
    [InlineData("+5 uS")]
    [InlineData("5 us")]
    [InlineData("5 u")]
    [InlineData("5")]
    [InlineData("uS")]
    [InlineData("5 kuS")]
    [InlineData("1,5 uS")]
    public void The_pattern_of_a_quantity_takes_what_the_program_takes(string gmax)
    {
        var text = $"law: linear\ngmin: 1 nS\ngmax: '{gmax}'\n";
        using var folder = new TemporaryFolder();

        var read = DeviceLoader.Load(folder.Write("device.yaml", text)).Value is not null;

        Assert.Equal(read, new SchemaValidator(SchemaDocument.Text(SchemaKind.Device)).Problems(text).Count == 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_key_is_described(string kind) =>
        Assert.All(Properties(JsonDocument.Parse(Text(kind)).RootElement), property =>
            Assert.NotEqual("", property.Value.GetProperty("description").GetString()));

    private static void AssertJudgedAlike<T>(SchemaKind kind, string text, IReadOnlyList<string> problems)
        where T : class
    {
        var session = new LoadSession();
        var read = session.Bind<T>(session.Parse(session.Files.FromText("text", "", text)));

        Assert.Equal(problems.Count == 0, read.Value is not null);
        Assert.Equal(problems, new SchemaValidator(SchemaDocument.Text(kind)).Problems(text));
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement schema)
    {
        var own = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default;
        var below = schema.TryGetProperty("$defs", out var definitions) ? definitions.EnumerateObject() : default;
        return own.Concat(below.SelectMany(definition => Properties(definition.Value)));
    }

    private static string Text(string kind) => SchemaDocument.Text(Enum.Parse<SchemaKind>(kind, ignoreCase: true));

    private static string KindOf(string file)
    {
        var session = new LoadSession();
        return FileKinds.Of(session.Parse(file)!).ToString().ToLowerInvariant();
    }
}
