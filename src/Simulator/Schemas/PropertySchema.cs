using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Schemas;

/// <summary>Schema of one key.</summary>
/// <param name="property">The key.</param>
/// <param name="records">The definitions, where the key holds a record.</param>
internal sealed class PropertySchema(OptionProperty property, RecordSchemas records)
{
    /// <summary>Creates the schema.</summary>
    /// <param name="defaults">A record whose properties have their defaults.</param>
    public JsonObject Create(object defaults)
    {
        JsonObject schema = new() { ["description"] = Description() };
        foreach (var (keyword, part) in Value(property.Slot).ToArray()) schema[keyword] = part!.DeepClone();
        if (property.Required || property.Info.GetValue(defaults) is not { } value) return schema;
        schema["default"] = DefaultValue.Of(property.Slot, value);
        return schema;
    }

    private string Description()
    {
        var text = property.Info.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? throw new InvalidOperationException($"{property.Info.DeclaringType}.{property.Info.Name} has no [Description]");
        var slot = property.Slot;
        if (slot.Unit is not { } unit) return text;
        var range = slot.Range is null ? "" : $", {NumberText.Of(slot.Range, unit)}";
        return $"{text} With its unit ({unit}){range}, such as {QuantityReader.Example(slot.Range, unit)}.";
    }

    private JsonObject Value(ValueSlot slot)
    {
        var schema = slot switch
        {
            { IsList: true } => List(slot),
            { ShortForm: { } key } => new JsonObject
            {
                ["oneOf"] = new JsonArray(Value(key.Slot with { CanBeAbsent = false }), records.Reference(slot.Type)),
            },
            { IsRecord: true } => records.Reference(slot.Type),
            _ => ScalarSchema.Of(slot),
        };
        return slot.CanBeAbsent ? OrNull(schema) : schema;
    }

    private JsonObject List(ValueSlot slot)
    {
        JsonObject list = new() { ["type"] = "array", ["items"] = Value(slot.Item) };
        if ((slot.Length?.MinimumLength ?? (slot.OneOrMany ? 1 : 0)) is > 0 and var least) list["minItems"] = least;
        if (slot.Length is { } length) list["maxItems"] = length.MaximumLength;
        return slot.OneOrMany ? new JsonObject { ["oneOf"] = new JsonArray(Value(slot.Item), list) } : list;
    }

    // A key without a value means the same as no key, where that is allowed.
    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["oneOf"] is JsonArray cases) cases.Add(Null());
        else if (schema["enum"] is JsonArray words) words.Add(null);
        else if (schema["type"] is JsonArray types) types.Add("null");
        else if (schema["type"] is { } type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        else return new JsonObject { ["oneOf"] = new JsonArray(schema, Null()) };
        return schema;
    }

    private static JsonNode Null() => new JsonObject { ["type"] = "null" };
}
