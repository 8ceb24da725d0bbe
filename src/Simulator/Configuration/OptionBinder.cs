using System.Collections;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>
/// Binds a YAML tree to an options record by reflection and collects every problem on the way: unknown and
/// missing keys, wrong kinds, values out of range, keys that contradict each other.
/// </summary>
/// <param name="problems">Where problems go.</param>
internal sealed class OptionBinder(ProblemCollector problems)
{
    private readonly ScalarBinder _scalars = new(problems);

    /// <summary>Binds a record.</summary>
    /// <typeparam name="T">The record, or the base of a union.</typeparam>
    /// <param name="node">Its YAML.</param>
    /// <param name="path">Path of the node; empty for the whole file.</param>
    /// <returns>The record; null where there was a problem.</returns>
    public T? Bind<T>(ConfigNode node, string path = "")
        where T : class => (T?)Record(typeof(T), node, path);

    private object? Record(Type type, ConfigNode node, string path)
    {
        if (node is not MappingNode mapping)
        {
            problems.Add("CBS0110", path, $"{node.Kind} where a mapping of keys is expected", node.Mark);
            return null;
        }

        var union = OptionUnion.Of(type);
        var kind = type.IsAbstract ? Kind(union!, mapping, path) : type;
        if (kind is null) return null;
        var before = problems.Count;
        var options = Activator.CreateInstance(kind)!;
        var properties = OptionProperty.Of(kind);
        foreach (var (key, value) in mapping.Entries)
            if (key.Text != union?.Key) Entry(options, properties, union, key, value, path);
        foreach (var missing in properties.Where(p => p.Required && mapping[p.Key] is null))
            problems.Add("CBS0112", Join(path, missing.Key), $"is missing: {missing.Description}", mapping.Mark);
        if (problems.Count == before) Check(options, mapping, path);
        return problems.Count == before ? options : null;
    }

    private Type? Kind(OptionUnion union, MappingNode mapping, string path)
    {
        var all = string.Join(", ", union.Names);
        switch (mapping[union.Key])
        {
            case null:
                problems.Add("CBS0112", Join(path, union.Key), $"is missing: one of {all}", mapping.Mark);
                return null;
            case ScalarNode name when union.Find(name.Text) is { } kind:
                return kind;
            case var other:
                var hint = other is ScalarNode given && NearestName.Find(given.Text, union.Names) is { } near ? $" (did you mean {near}?)" : "";
                problems.Add("CBS0113", Join(path, union.Key), $"{other.Kind} is not one of {all}{hint}", other.Mark);
                return null;
        }
    }

    private void Entry(
        object options, IReadOnlyList<OptionProperty> properties, OptionUnion? union, ScalarNode key, ConfigNode value, string path)
    {
        var property = properties.FirstOrDefault(p => p.Key == key.Text);
        if (property is null)
        {
            string[] known = [.. properties.Select(p => p.Key), .. union is null ? Array.Empty<string>() : [union.Key]];
            problems.Add("CBS0111", Join(path, key.Text), $"unknown key{NearestName.Hint(key.Text, known)}", key.Mark);
            return;
        }

        // An absent value is as good as an absent key, where the key may be absent.
        if (value is ScalarNode { IsNull: true } && !property.Required) return;
        if (Value(property, property.Type, value, Join(path, property.Key)) is { } bound) property.Set(options, bound);
    }

    private object? Value(OptionProperty property, Type type, ConfigNode node, string path)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Many(property, plain.GetGenericArguments()[0], node, path);
        return ScalarBinder.Takes(plain) ? _scalars.Bind(property, plain, node, path) : Record(plain, node, path);
    }

    private object? Many(OptionProperty property, Type element, ConfigNode node, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (node is SequenceNode sequence)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
                if (Value(property, element, sequence.Items[i], $"{path}.{i}") is { } item) list.Add(item);
            return list.Count == sequence.Items.Count && HasLength(property, list.Count, node, path) ? list : null;
        }

        if (!property.IsOneOrMany)
        {
            problems.Add("CBS0110", path, $"{node.Kind} where a list is expected", node.Mark);
            return null;
        }

        if (Value(property, element, node, path) is not { } single) return null;
        list.Add(single);
        return list;
    }

    private bool HasLength(OptionProperty property, int count, ConfigNode node, string path)
    {
        var (least, most) = (property.Length?.MinimumLength ?? 1, property.Length?.MaximumLength ?? int.MaxValue);
        if (count >= least && count <= most) return true;
        var allowed = most == int.MaxValue ? $"at least {least}" : $"{least} to {most}";
        problems.Add("CBS0114", path, $"a list of {count}, allowed are {allowed}", node.Mark);
        return false;
    }

    private void Check(object options, MappingNode mapping, string path)
    {
        if (options is not IChecked checkedOptions) return;
        foreach (var problem in checkedOptions.Check())
            problems.Add(new LocatedProblem(problem with { Path = Join(path, problem.Path) }, Place(mapping, problem.Path)));
    }

    // The mark of the deepest node that the path leads to.
    private static SourceMark Place(ConfigNode node, string path)
    {
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = node switch
            {
                MappingNode mapping => mapping[step],
                SequenceNode sequence when int.TryParse(step, out var i) && i < sequence.Items.Count => sequence.Items[i],
                _ => null,
            };
            if (next is null) break;
            node = next;
        }

        return node.Mark;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : key.Length == 0 ? path : $"{path}.{key}";
}
