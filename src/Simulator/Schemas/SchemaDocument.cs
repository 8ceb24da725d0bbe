using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.Simulator.Schemas;

/// <summary>JSON Schema of a kind of file, made from the records that bind it: an editor knows what the program knows.</summary>
internal static class SchemaDocument
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // A file, not a web page: signs stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text that ends in a line feed.</summary>
    /// <param name="kind">The kind of file.</param>
    public static string Text(SchemaKind kind) => Create(kind).ToJsonString(Style) + "\n";

    private static JsonObject Create(SchemaKind kind) => kind switch
    {
        SchemaKind.Device => Create(
            typeof(DeviceOptions), "CrossbarSim device", "A kind of memristor: its conductance window and its law."),
        SchemaKind.Sweep => Create(
            typeof(SweepOptions), "CrossbarSim sweep", "One experiment, run at every point that the axes span."),
        SchemaKind.Board => Create(
            typeof(BoardOptions), "CrossbarSim board", "A board with memristors: its port, its pulses and its limits."),
        _ => Create(
            typeof(ExperimentOptions), "CrossbarSim experiment", "Data, network, devices, and the rule that trains them."),
    };

    private static JsonObject Create(Type root, string title, string description)
    {
        var records = new RecordSchemas();
        JsonObject schema = new() { ["$schema"] = Dialect, ["title"] = title, ["description"] = description };
        foreach (var (key, value) in records.Of(root).ToArray()) schema[key] = value!.DeepClone();
        if (records.Definitions.Count > 0) schema["$defs"] = records.Definitions;
        return schema;
    }
}
