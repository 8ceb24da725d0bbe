using System.Text.Json.Nodes;
using CrossbarSim.Core.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Schemas;

/// <summary>Default values, written as they would be in a file.</summary>
internal static class DefaultValue
{
    /// <summary>A value as JSON.</summary>
    /// <param name="slot">What may stand there.</param>
    /// <param name="value">The value.</param>
    public static JsonNode Of(ValueSlot slot, object value) => slot switch
    {
        { IsList: true } => List(slot, [.. ((System.Collections.IEnumerable)value).Cast<object>()]),
        _ when slot.InShort(value) is var (key, only) => Of(key, only),
        { IsRecord: true } => Record(value),
        _ => Scalar(slot, value),
    };

    private static JsonNode List(ValueSlot slot, object[] items) => slot.OneOrMany && items.Length == 1
        ? Of(slot.Item, items[0])
        : new JsonArray([.. items.Select(item => Of(slot.Item, item))]);

    private static JsonObject Record(object record)
    {
        var type = record.GetType();
        JsonObject mapping = [];
        if (OptionUnion.Of(type) is { } union) mapping[union.Key] = union.NameOf(type);
        foreach (var property in OptionProperty.Of(type))
            if (property.Info.GetValue(record) is { } value) mapping[property.Key] = Of(property.Slot, value);
        return mapping;
    }

    private static JsonNode Scalar(ValueSlot slot, object value) => value switch
    {
        Enum word => JsonValue.Create(OptionNames.Value(word.ToString())),
        bool truth => JsonValue.Create(truth),
        string text => JsonValue.Create(text),
        double number when slot.Unit is not null || !double.IsFinite(number) =>
            JsonValue.Create(NumberText.Of(number, slot.Unit)),
        double number => JsonValue.Create(number),
        ulong number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        _ => JsonValue.Create((int)value),
    };
}
