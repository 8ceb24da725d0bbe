using System.Collections;
using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Reads one key of an options record by its dotted path.</summary>
internal static class OptionValue
{
    /// <summary>The value of a key; of a list whose items are meant together, that of the first.</summary>
    /// <param name="options">The record.</param>
    /// <param name="path">Dotted path of the key.</param>
    /// <returns>
    /// A number in the base unit (double) or a word; NaN where the key has no value; null where there is no such key.
    /// </returns>
    public static object? At(object options, string path)
    {
        object? at = options;
        foreach (var name in path.Split('.'))
        {
            at = Child(at, name);
            if (at is null or double.NaN) return at;
        }

        return Plain(at);
    }

    // The record at a path; of a list whose items are meant together, the first.
    private static object? Records(object options, string path)
    {
        object? at = options;
        if (path.Length > 0)
            foreach (var name in path.Split('.')) at = at is null or double.NaN ? null : Child(at, name);
        return at is IList { Count: > 0 } list ? list[0] : at;
    }

    // What a key holds: NaN where it has no value, null where there is no such key.
    private static object? Child(object at, string name)
    {
        if (at is IList { Count: > 0 } list)
        {
            var isIndex = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            if (isIndex) return index < list.Count ? list[index] : null;
            at = list[0]!;
        }

        if (OptionUnion.Of(at.GetType()) is { } union && union.Key == name) return union.NameOf(at.GetType());
        if (!new ValueSlot(at.GetType()).IsRecord) return null;
        if (OptionProperty.Of(at.GetType()).FirstOrDefault(p => p.Key == name) is not { } property) return null;
        return property.Info.GetValue(at) ?? double.NaN;
    }

    /// <summary>The value as text: empty where it has none.</summary>
    /// <param name="value">What <see cref="At"/> gave.</param>
    public static string Text(object? value) => value switch
    {
        null or double.NaN => "",
        double number => NumberText.Of(number),
        _ => (string)value,
    };

    /// <summary>The unit of a key; null: it has none.</summary>
    /// <param name="options">The record.</param>
    /// <param name="path">Dotted path of the key.</param>
    public static string? UnitOf(object options, string path)
    {
        var (parent, name) = path.LastIndexOf('.') is > 0 and var dot ? (path[..dot], path[(dot + 1)..]) : ("", path);
        return Records(options, parent) is { } record
            ? OptionProperty.Of(record.GetType()).FirstOrDefault(property => property.Key == name)?.Slot.Unit
            : null;
    }

    private static object? Plain(object value) => value switch
    {
        string text => text,
        Enum word => OptionNames.Value(word.ToString()),
        bool truth => truth ? "true" : "false",
        RatioOrConductance ratio => ratio.Value,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        IList { Count: > 0 } list => Plain(list[0]!),
        _ => new ValueSlot(value.GetType()).InShort(value) is var (_, only) ? Plain(only) : null,
    };
}
