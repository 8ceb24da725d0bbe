using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Says in words what a slot takes.</summary>
internal static class SlotText
{
    /// <summary>Unit of conductance.</summary>
    public const string Siemens = "S";

    /// <summary>Conductances that may stand where a plain number may too.</summary>
    public static RangeAttribute Conductances { get; } = new(0, 10e-3);

    /// <summary>What is expected, such as <c>a whole number 1 .. 30000</c>.</summary>
    /// <param name="slot">The slot.</param>
    public static string Expected(ValueSlot slot) => slot switch
    {
        { IsList: true, OneOrMany: true } => $"{Expected(slot.Item)}, or a list of them,",
        { IsList: true } => "a list",
        { IsAny: true } => "a value of the key",
        { Unit: { } unit } => $"a number with its unit, such as {QuantityReader.Example(slot.Range, unit)},",
        { IsFile: true } => "the path of a file",
        { ShortForm: { } key } => $"{Expected(key.Slot)}, or a mapping (keys with values),",
        { IsRecord: true } => "a mapping (keys with values)",
        { Type.IsEnum: true } => $"one of {string.Join(", ", Words(slot.Type))}",
        _ => Simple(slot),
    };

    /// <summary>The values of an enumeration as they are written.</summary>
    /// <param name="type">The enumeration.</param>
    public static IEnumerable<string> Words(Type type) => Enum.GetNames(type).Select(OptionNames.Value);

    private static string Simple(ValueSlot slot)
    {
        if (slot.Type == typeof(string)) return "text";
        if (slot.Type == typeof(bool)) return "true or false";
        if (slot.Type == typeof(RatioOrConductance)) return "a number, or a conductance with its unit,";
        var range = slot.Range is null ? "" : $" {NumberText.Of(slot.Range, null)}";
        return slot.Type == typeof(double) ? $"a number{range}" : $"a whole number{range}";
    }
}
