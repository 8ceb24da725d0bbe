using System.Text.Json.Nodes;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Schemas;

/// <summary>Schemas of option records: each record that another one holds becomes a definition.</summary>
internal sealed class RecordSchemas
{
    private const string DeviceReference = "device-reference";

    /// <summary>The definitions made so far, by name.</summary>
    public JsonObject Definitions { get; } = [];

    /// <summary>The schema of a record, or of a union of records.</summary>
    /// <param name="type">An options record, or the base of a union.</param>
    public JsonObject Of(Type type) => OptionUnion.Of(type) is { } union
        ? new JsonObject { ["oneOf"] = new JsonArray([.. Cases(union)]) }
        : Mapping(type, null);

    /// <summary>A reference to the definition of a record, which is made where it is new.</summary>
    /// <param name="type">An options record, or the base of a union.</param>
    public JsonObject Reference(Type type) =>
        Define(DefinitionName(type), () => type == typeof(DeviceOptions) ? NamedOrWritten(type) : Of(type));

    // A device may be the name of a file or a preset instead, which the loader puts in its place before binding.
    private JsonObject NamedOrWritten(Type type)
    {
        var schema = Of(type);
        schema["oneOf"]!.AsArray().Insert(0, Define(DeviceReference, NamedDevice));
        return schema;
    }

    private IEnumerable<JsonNode> Cases(OptionUnion union) =>
        union.Cases.Select(c => Define(DefinitionName(c.Type), () => Mapping(c.Type, (union, c.Name))));

    private JsonObject Define(string name, Func<JsonObject> create)
    {
        if (!Definitions.ContainsKey(name))
        {
            // The place in the order first: a definition comes before those that it uses.
            Definitions[name] = null;
            Definitions[name] = create();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Mapping(Type type, (OptionUnion Union, string Name)? discriminator)
    {
        var defaults = Activator.CreateInstance(type)!;
        JsonObject properties = [];
        JsonArray required = [];
        if (discriminator is { } chosen)
        {
            properties[chosen.Union.Key] = Discriminator(chosen.Union, chosen.Name);
            required.Add(chosen.Union.Key);
        }

        foreach (var property in OptionProperty.Of(type))
        {
            properties[property.Key] = new PropertySchema(property, this).Create(defaults);
            if (property.Required) required.Add(property.Key);
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0) schema["required"] = required;
        return schema;
    }

    private static JsonObject Discriminator(OptionUnion union, string name) => new()
    {
        ["description"] = $"One of {string.Join(", ", union.Cases.Select(c => c.Name))}.",
        ["const"] = name,
    };

    private static JsonObject NamedDevice() => new()
    {
        ["type"] = "string",
        ["description"] = "A device file, relative to this file, or the name of a preset.",
        ["examples"] = new JsonArray([.. DevicePresets.Names.Select(n => JsonValue.Create(n))]),
    };

    private static string DefinitionName(Type type)
    {
        const string Suffix = "Options";
        var name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;
        return OptionNames.Value(name);
    }
}
