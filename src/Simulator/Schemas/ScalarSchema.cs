using System.Globalization;
using System.Text.Json.Nodes;
using CrossbarSim.Core.Units;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Schemas;

/// <summary>Schema of a single value.</summary>
internal static class ScalarSchema
{
    /// <summary>The schema of what a slot takes.</summary>
    /// <param name="slot">A slot that takes neither a list nor a mapping.</param>
    public static JsonObject Of(ValueSlot slot) => slot switch
    {
        { IsAny: true } => new JsonObject { ["type"] = Array(["null", "boolean", "number", "string", "array", "object"]) },
        { Type.IsEnum: true } => new JsonObject { ["enum"] = Array(SlotText.Words(slot.Type)) },
        { Unit: { } unit } => QuantityIn(slot, unit),
        { IsFile: true } => new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        _ when slot.Type == typeof(string) => Text(),
        _ when slot.Type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
        _ when slot.Type == typeof(RatioOrConductance) => Either(slot),
        _ => Number(slot),
    };

    private static JsonObject Either(ValueSlot slot) => new()
    {
        ["oneOf"] = new JsonArray(
            Number(slot), QuantityIn(slot with { Range = SlotText.Conductances }, SlotText.Siemens)),
    };

    // A name such as 5 or a year as a citation is text to us, though a number to YAML.
    private static JsonObject Text() => new() { ["type"] = Array(["string", "number", "boolean"]) };

    private static JsonObject QuantityIn(ValueSlot slot, string unit) => new()
    {
        ["type"] = "string",
        ["pattern"] = $@"^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*{Symbols(unit)}\s*$",
        ["examples"] = Array([QuantityReader.Example(slot.Range, unit)]),
    };

    private static string Symbols(string unit) => unit == "s"
        ? $"([{Quantity.PrefixLetters}]?s|{string.Join('|', Quantity.TimeUnits.Select(WithPlural))})"
        : $"[{Quantity.PrefixLetters}]?{unit}";

    private static string WithPlural(string time) => time is "day" or "year" ? time + "s?" : time;

    private static JsonObject Number(ValueSlot slot)
    {
        var isWhole = slot.Type != typeof(double) && slot.Type != typeof(RatioOrConductance);
        JsonObject schema = new() { ["type"] = isWhole ? "integer" : "number" };
        if (slot.Range is { } range)
        {
            schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = Limit(range.Minimum);
            schema[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = Limit(range.Maximum);
        }
        else if (slot.Type == typeof(ulong))
        {
            schema["minimum"] = 0;
            schema["maximum"] = ulong.MaxValue;
        }

        return schema;
    }

    private static JsonNode Limit(object end) => end is int whole
        ? JsonValue.Create(whole)
        : JsonValue.Create(Convert.ToDouble(end, CultureInfo.InvariantCulture));

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
