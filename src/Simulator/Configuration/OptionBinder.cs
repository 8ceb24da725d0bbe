using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Turns a tree into option records, and reports every place where it does not fit.</summary>
/// <param name="problems">Receives what does not fit.</param>
internal sealed class OptionBinder(ProblemList problems)
{
    // Stands for whatever could not be bound: what contains it cannot be bound either.
    private static readonly object Failed = new();

    /// <summary>Binds a whole file.</summary>
    /// <typeparam name="T">An options record, or the base of a union.</typeparam>
    /// <param name="root">The tree.</param>
    /// <returns>The record, or null where something did not fit.</returns>
    public T? Bind<T>(LocatedNode root)
        where T : class => Bind(new ValueSlot(typeof(T)), root, "") as T;

    private object? Bind(ValueSlot slot, LocatedNode node, string path) => node switch
    {
        BrokenNode => Failed,
        _ when slot.IsAny => AnyValueText.Read(node) ?? Failed,
        ScalarNode { IsEmpty: true } => Nothing(slot, node, path),
        _ when slot.IsList => List(slot, node, path),
        ScalarNode when slot.ShortForm is { } key => Short(slot, key, node, path),
        _ when slot.IsRecord => Record(slot, node, path),
        ScalarNode scalar => Accept(ScalarReader.Read(slot, scalar), node, path),
        _ => Wrong(slot, node, path),
    };

    private object? Nothing(ValueSlot slot, LocatedNode node, string path) => slot.CanBeAbsent
        ? null
        : Refuse(ProblemCodes.Empty, $"no value is given where {SlotText.Expected(slot)} is expected", node, path);

    private object? Accept(Reading reading, LocatedNode node, string path) =>
        reading.Code is null ? reading.Value : Refuse(reading.Code, reading.Message, node, path);

    private object Wrong(ValueSlot slot, LocatedNode node, string path) =>
        Refuse(ProblemCodes.WrongKind, $"{node.Kind} where {SlotText.Expected(slot)} is expected", node, path);

    private object Refuse(string code, string message, LocatedNode node, string path)
    {
        problems.Add(code, path, message, node.At);
        return Failed;
    }

    private object List(ValueSlot slot, LocatedNode node, string path)
    {
        if (node is SequenceNode sequence) return Items(slot, sequence, path);
        if (!slot.OneOrMany) return Wrong(slot, node, path);
        return ToArray(slot.Item.Type, [Bind(slot.Item, node, path)]);
    }

    private object Items(ValueSlot slot, SequenceNode node, string path)
    {
        var each = slot.Item;
        var items = node.Items.Select((item, i) =>
            Bind(each, item, DottedPath.Join(path, i.ToString(CultureInfo.InvariantCulture)))).ToArray();
        var (least, most) = (slot.Length?.MinimumLength ?? (slot.OneOrMany ? 1 : 0), slot.Length?.MaximumLength ?? int.MaxValue);
        if (items.Length >= least && items.Length <= most) return ToArray(each.Type, items);
        var allowed = most == int.MaxValue ? $"at least {least}" : $"{least} .. {most}";
        return Refuse(ProblemCodes.Length,
            $"{items.Length} {(items.Length == 1 ? "value" : "values")} where {allowed} are expected", node, path);
    }

    private static object ToArray(Type item, object?[] values)
    {
        if (values.Contains(Failed)) return Failed;
        var array = Array.CreateInstance(item, values.Length);
        for (var i = 0; i < values.Length; i++) array.SetValue(values[i], i);
        return array;
    }

    private object Record(ValueSlot slot, LocatedNode node, string path)
    {
        if (node is not MappingNode mapping) return Wrong(slot, node, path);
        return OptionUnion.Of(slot.Type) is { } union ? Union(union, mapping, path) : Keys(slot.Type, null, mapping, path);
    }

    private object Short(ValueSlot slot, OptionProperty key, LocatedNode node, string path)
    {
        var value = Bind(key.Slot, node, path);
        if (value == Failed) return Failed;
        var record = Activator.CreateInstance(slot.Type)!;
        key.Info.SetValue(record, value);
        return record;
    }

    private object Union(OptionUnion union, MappingNode node, string path)
    {
        var keyPath = DottedPath.Join(path, union.Key);
        var names = union.Cases.Select(c => c.Name);
        if (node.Child(union.Key) is not { } key)
            return Refuse(ProblemCodes.MissingKey, $"this key is missing: give one of {string.Join(", ", names)}", node, keyPath);
        if (key is BrokenNode) return Failed;
        if (key is not ScalarNode { IsEmpty: false } scalar)
            return Refuse(ProblemCodes.WrongKind, $"{key.Kind} where one of {string.Join(", ", names)} is expected",
                key, keyPath);
        var found = union.Cases.FirstOrDefault(c => c.Name == scalar.Text).Type;
        return found is null ? Accept(ScalarReader.NotOneOf(scalar.Text, names), key, keyPath)!
            : Keys(found, union.Key, node, path);
    }

    private object Keys(Type type, string? discriminator, MappingNode node, string path)
    {
        var properties = OptionProperty.Of(type);
        var complete = RefuseUnknown(node, [.. properties.Select(p => p.Key)], discriminator, path);
        var record = Activator.CreateInstance(type)!;
        foreach (var property in properties) complete &= Set(record, property, node, path);
        return complete && Agrees(record, node, path) ? record : Failed;
    }

    private bool RefuseUnknown(MappingNode node, IReadOnlyList<string> known, string? discriminator, string path)
    {
        var unknown = node.Entries.Where(e => e.Key != discriminator && !known.Contains(e.Key)).ToArray();
        foreach (var entry in unknown)
            problems.Add(ProblemCodes.UnknownKey, DottedPath.Join(path, entry.Key),
                Unknown(entry.Key, known, discriminator), entry.KeyAt);
        return unknown.Length == 0;
    }

    private static string Unknown(string key, IReadOnlyList<string> known, string? discriminator)
    {
        var near = Suggestion.Nearest(key, known);
        var all = discriminator is null ? known : [discriminator, .. known];
        return near is null ? $"there is no such key; the keys here are {string.Join(", ", all)}"
            : $"there is no such key{Suggestion.Question(near)}";
    }

    private bool Set(object record, OptionProperty property, MappingNode node, string path)
    {
        var keyPath = DottedPath.Join(path, property.Key);
        if (node.Child(property.Key) is not { } child)
        {
            if (property.Required)
                problems.Add(ProblemCodes.MissingKey, keyPath,
                    $"this key is missing: give {SlotText.Expected(property.Slot).TrimEnd(',')}", node.At);
            return !property.Required;
        }

        var value = Bind(property.Slot, child, keyPath);
        if (value == Failed) return false;
        property.Info.SetValue(record, value);
        return true;
    }

    private bool Agrees(object record, MappingNode node, string path)
    {
        if (record is not IChecked options) return true;
        var found = options.Check().ToArray();
        foreach (var problem in found)
            problems.Add(path.Length == 0 ? problem : problem.Under(path), node.Nearest(problem.Path).At);
        return found.All(p => p.Severity != Severity.Error);
    }
}
