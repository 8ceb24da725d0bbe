using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Writes option records as YAML that reads back to the same options: every default is written out.</summary>
internal static class OptionWriter
{
    /// <summary>Writes a record as a file.</summary>
    /// <param name="options">An options record.</param>
    public static string Write(object options)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var settings = new EmitterSettings(2, int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n");
        var emitter = new Emitter(text, settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Record(emitter, options);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Record(Emitter emitter, object options)
    {
        emitter.Emit(new MappingStart());
        var type = options.GetType();
        if (OptionUnion.Of(type) is { } union) Entry(emitter, union.Key, () => Scalar(emitter, union.NameOf(type)));
        foreach (var property in OptionProperty.Of(type))
            if (property.Info.GetValue(options) is { } value)
                Entry(emitter, property.Key, () => Value(emitter, property.Slot, value));
        emitter.Emit(new MappingEnd());
    }

    private static void Entry(Emitter emitter, string key, Action value)
    {
        Scalar(emitter, key);
        value();
    }

    private static void Value(Emitter emitter, ValueSlot slot, object value)
    {
        if (slot.IsList) List(emitter, slot, [.. ((System.Collections.IEnumerable)value).Cast<object>()]);
        else if (slot.InShort(value) is var (key, only)) Value(emitter, key, only);
        else if (slot.IsRecord) Record(emitter, value);
        else if (value is string text) Text(emitter, text);
        else if (value is AnyValue any) AnyValueText.Write(emitter, any);
        else Scalar(emitter, Plain(slot, value));
    }

    private static void List(Emitter emitter, ValueSlot slot, object[] items)
    {
        if (slot.OneOrMany && items.Length == 1)
        {
            Value(emitter, slot.Item, items[0]);
            return;
        }

        var style = slot.Item.IsRecord ? SequenceStyle.Block : SequenceStyle.Flow;
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var item in items) Value(emitter, slot.Item, item);
        emitter.Emit(new SequenceEnd());
    }

    private static string Plain(ValueSlot slot, object value) => value switch
    {
        Enum word => OptionNames.Value(word.ToString()),
        bool truth => truth ? "true" : "false",
        RatioOrConductance either => NumberText.Of(either.Value, either.IsConductance ? SlotText.Siemens : null),
        double number => NumberText.Of(number, slot.Unit),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static void Scalar(Emitter emitter, string text) => emitter.Emit(new Scalar(text));

    // Any text that another reader of YAML could take for a number, a date or a truth value is quoted.
    private static void Text(Emitter emitter, string text)
    {
        var plain = text.Length > 2 && char.IsAsciiLetter(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "off");
        var style = plain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: plain, isQuotedImplicit: !plain));
    }
}
